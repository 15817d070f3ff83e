// How services are, as word, shape and colour: any one of the three is enough.
import {s} from './dom.js';

export const STATES = {
    failing: {word: 'Failing', many: 'failing'},
    waiting: {word: 'Waiting', many: 'waiting for their turn'},
    initialising: {word: 'Initializing', many: 'initialising'},
    unmonitored: {word: 'Not monitored', many: 'not monitored'},
    ok: {word: 'OK', many: 'OK'}
};

const line = d =>
    s('path', {d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round'});
const ring = dashes =>
    s('circle', {cx: 8, cy: 8, r: 6.2, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-dasharray': dashes});

const SHAPES = {
    ok: () => [ring(), line('M5.2 8.3l2 2 3.7-4.3')],
    failing: () => [
        s('path', {d: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z', fill: 'currentColor'}),
        s('path.cut', {d: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2', 'stroke-width': 1.9, 'stroke-linecap': 'round'})
    ],
    changed: () => [line('M8 2l6.4 11.5H1.6z'), line('M8 6.4v3'), line('M8 11.6v.1')],
    unmonitored: () => [ring(), line('M3.8 12.2l8.4-8.4')],
    initialising: () => [ring('2.6 2.3')],
    waiting: () => [ring(), line('M8 4.6V8l2.2 1.6')],
    live: () => [s('circle', {cx: 8, cy: 8, r: 4, fill: 'currentColor'})],
    polling: () => [s('circle', {cx: 8, cy: 8, r: 3.4, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8})],
    lost: () => [line('M4.5 4.5l7 7M11.5 4.5l-7 7')]
};

/** Nothing a screen reader has to know: the word stands beside it. */
export const shape = (state, size = 16) =>
    s(
        'svg',
        {class: `shape ${state}`, viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true'},
        ...(SHAPES[state] ?? SHAPES.initialising)()
    );

/** Nobody watches it any more, as one of its rules wanted: that does not make it well. */
export const givenUp = service => service.state === 'unmonitored' && service.gaveUp;

/** The side of an event or of a failure. */
export const SIDES = {
    failed: {word: 'Failed', shape: 'failing'},
    succeeded: {word: 'Recovered', shape: 'ok'},
    changed: {word: 'Changed', shape: 'changed'},
    unchanged: {word: 'Not changed', shape: 'ok'}
};

/** Monit's own words, where it has any. */
export const word = service => service.status || STATES[service.state]?.word || service.state;

export const address = name => '/service/' + encodeURIComponent(name);

const DONE = {start: 'being started', stop: 'being stopped', restart: 'being restarted'};

export const doing = service => DONE[service.doing] ?? service.doing;

/** All that a service needs, or all that needs it, near or far; itself left out. */
export function reach(services, name, relation) {
    const found = new Set();
    const open = [name];
    while (open.length) {
        for (const next of services.get(open.pop())?.[relation] ?? []) {
            if (next !== name && !found.has(next)) {
                found.add(next);
                open.push(next);
            }
        }
    }
    return [...found];
}
