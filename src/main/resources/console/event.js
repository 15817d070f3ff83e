// An event as a line.
import {h} from './dom.js';
import {address, shape, SIDES} from './state.js';
import {ago, clock} from './time.js';

const TITLES = {
    bytein: 'Download',
    byteout: 'Upload',
    exec: 'Execution',
    exist: 'Existence',
    nonexist: 'Existence',
    fsflags: 'Mount flags',
    icmp: 'Ping',
    instance: 'Daemon',
    invalid: 'File type',
    packetin: 'Packets in',
    packetout: 'Packets out',
    pid: 'PID',
    ppid: 'Parent PID',
    uid: 'User',
    gid: 'Group',
    data: 'Data access'
};

/** What an event is about, in a word. */
export const title = kind => TITLES[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);

const NOTHING = new Set(['', 'ignore', 'ignored', 'none']);

export function event(one, withService = true) {
    const side = SIDES[one.side] ?? {word: one.side, shape: 'changed'};
    return h(
        'li.event',
        {'data-key': one.id, class: one.side},
        h('time', {datetime: one.at, title: ago(one.at)}, clock(one.at)),
        h('span.state', {}, shape(side.shape, 14), h('span.word', {}, side.word)),
        withService ? h('a.name', {href: address(one.service), 'data-row': true}, one.service) : '',
        h('span.kind', {}, title(one.kind)),
        h(
            'span.because',
            {},
            one.because,
            NOTHING.has(one.action ?? '') ? '' : h('span.action', {}, one.action),
            one.escalated ? h('span.action', {}, `escalated after ${one.escalated}`) : '',
            one.quiet ? h('span.action', {}, `nobody was told: ${one.quiet}`) : '',
            one.file ? h('span.place', {}, `${one.file}:${one.line}`) : ''
        )
    );
}
