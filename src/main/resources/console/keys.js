// The keyboard: one hand, no modifier. Can be switched off, for who speaks to the machine.
import {h, kept} from './dom.js';
import {go} from './router.js';
import {switchMoments} from './time.js';

const PLACES = {o: '/', e: '/events', l: '/log', a: '/about'};
const LIST = [
    ['/', 'Search'],
    ['j  k', 'Next, previous service'],
    ['Enter', 'Open it'],
    ['u', 'Back to the overview'],
    ['g o', 'Overview'],
    ['g e', 'Events'],
    ['g l', 'Log'],
    ['g a', 'About'],
    ['x', 'Actions for the service'],
    ['t', 'Times as dates or as ages'],
    ['Esc', 'Close, or leave the search'],
    ['?', 'This']
];
let going = false;

const on = () => kept.get('keys', 'on') === 'on';

function help() {
    const box = h('input', {type: 'checkbox', checked: on()});
    const dialog = h(
        'dialog.keys',
        {'aria-labelledby': 'keys'},
        h(
            'form',
            {method: 'dialog'},
            h('h2', {id: 'keys'}, 'Keyboard'),
            h(
                'dl',
                {},
                ...LIST.map(([key, text]) =>
                    h('div', {}, h('dt', {}, ...key.split(/\s+/).flatMap((k, i) => [i ? ' ' : '', h('kbd', {}, k)])), h('dd', {}, text))
                )
            ),
            h('label.check', {}, box, 'Keys without modifiers work'),
            h('div.buttons', {}, h('button', {value: '', autofocus: true}, 'Close'))
        )
    );
    box.addEventListener('change', () => kept.set('keys', box.checked ? 'on' : 'off'));
    dialog.addEventListener('close', () => dialog.remove());
    dialog.addEventListener('click', event => event.target === dialog && dialog.close());
    document.body.append(dialog);
    dialog.showModal();
}

function step(by) {
    const rows = [...document.querySelectorAll('[data-row]')].filter(row => row.checkVisibility());
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({block: 'nearest'});
}

function act() {
    const near = document.activeElement?.closest('.row, .problem');
    (
        near?.querySelector('[data-do="choose"]') ??
        document.querySelector(`.row[data-service="${CSS.escape(near?.dataset.key ?? '')}"] [data-do="choose"]`) ??
        document.querySelector('.heading [data-do]')
    )?.click();
}

function pressed(event) {
    const field = event.target.closest?.('input, select, textarea');
    if (event.key === 'Escape' && field) {
        field.blur();
        return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || !on() || document.querySelector('dialog[open]')) {
        return;
    }
    if (going) {
        going = false;
        if (PLACES[event.key]) {
            event.preventDefault();
            go(PLACES[event.key]);
            return;
        }
    }
    const work = {
        '/': search,
        j: () => step(1),
        k: () => step(-1),
        u: () => go('/'),
        g: () => (going = true),
        x: act,
        t: switchMoments,
        '?': help
    }[event.key];
    if (work) {
        event.preventDefault();
        work();
    }
}

function search() {
    const field = document.getElementById('search');
    field ? field.focus() : go('/');
    field?.select();
}

export function attend() {
    document.addEventListener('keydown', pressed);
    document.getElementById('help').addEventListener('click', help);
}
