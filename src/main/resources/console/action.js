// Orders: chosen, confirmed, sent, and what became of them.
import {post} from './api.js';
import {h, listed, plural} from './dom.js';
import {ORDERS, orders} from './problem.js';
import {askNow} from './stream.js';
import {reach, shape} from './state.js';
import {store} from './store.js';

/** Seconds an answer is waited for: well below what the server gives a connection. */
const WAIT = 20;
const GONE_AFTER = 8_000;
const MOST_NAMES = 12;
const GOING = {start: 'Starting', stop: 'Stopping', restart: 'Restarting', monitor: 'Watching', unmonitor: 'No longer watching'};
const DONE = {
    start: 'was started',
    stop: 'was stopped',
    restart: 'was restarted',
    monitor: 'is being watched',
    unmonitor: 'is not being watched any more'
};
const MEANS = {
    start: 'It is started, and watched from then on.',
    stop: 'It is stopped, and not watched until it is started again.',
    restart: 'It is stopped and started again.',
    monitor: 'It is watched from now on.',
    unmonitor: 'It is left alone: nobody is told when it fails, until it is watched again.'
};
/** Whoever else is concerned, and how. */
const DRAWN_IN = {
    start: ['depends', 'What it needs is started first, where it is not running:'],
    stop: ['dependents', 'What needs it is stopped, too:'],
    restart: ['dependents', 'What needs it is stopped before, and started again after it:'],
    monitor: ['depends', 'What it needs is watched, too:'],
    unmonitor: ['dependents', 'What needs it is not watched any more, either:']
};
const DAEMON = {
    validate: [
        'Check everything now?',
        'All services are looked at at once, and not only when it is their turn.',
        'Check now',
        'Everything is being checked'
    ],
    reload: [
        'Read the control file again?',
        'Where it has a mistake, all stays as it is, and you are told the mistake.',
        'Reload',
        'The control file was read again'
    ],
    quit: [
        'End the daemon?',
        'Nothing will be watched until it is started again, and this console will not answer. What it watches goes on running.',
        'End it',
        'The daemon ends'
    ]
};

/** A line at the foot of the page. What went wrong stays until it is closed. */
export function note(text, kind) {
    const line = h(
        'div.note',
        {class: kind},
        shape(kind === 'bad' ? 'failing' : kind === 'good' ? 'ok' : 'waiting', 16),
        h('span', {}, text),
        h('button.plain', {type: 'button', 'aria-label': 'Close', onclick: () => line.remove()}, '×')
    );
    document.getElementById('notes').append(line);
    if (kind === 'good') {
        setTimeout(() => line.remove(), GONE_AFTER);
    }
    return line;
}

/** Asks in a dialog; the answer is the value of the button that was pressed, and '' for none. */
export function ask(title, content, buttons) {
    const back = document.activeElement;
    const dialog = h(
        'dialog',
        {'aria-labelledby': 'asked'},
        h(
            'form',
            {method: 'dialog'},
            h('h2', {id: 'asked'}, title),
            ...content,
            h(
                'div.buttons',
                {},
                ...buttons.map(([value, text, kind]) =>
                    h('button', {value, class: kind, autofocus: kind?.includes('first') && 'autofocus'}, text)
                )
            )
        )
    );
    document.body.append(dialog);
    dialog.addEventListener('click', event => event.target === dialog && dialog.close(''));
    return new Promise(resolve => {
        dialog.addEventListener('close', () => {
            dialog.remove();
            back?.isConnected && back.focus?.({preventScroll: true});
            resolve(dialog.returnValue);
        });
        dialog.showModal();
    });
}

const named = names => (names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), plural(names.length - MOST_NAMES, 'other')] : names);

function concerned(action, services) {
    const [relation, words] = DRAWN_IN[action];
    const others = [...new Set(services.flatMap(name => reach(store.services, name, relation)))].filter(
        name =>
            !services.includes(name) &&
            (action === 'start' || action === 'monitor'
                ? store.services.get(name)?.state !== 'ok'
                : store.services.get(name)?.state !== 'unmonitored')
    );
    return others.length
        ? h(
              'div.concerned',
              {},
              h('p', {}, services.length > 1 ? words.replace(/\bit\b/g, 'them').replace('them needs', 'they need') : words),
              h('p.names', {}, listed(named(others)))
          )
        : '';
}

async function order(action, services, what) {
    const grave = action === 'stop' || action === 'unmonitor';
    const several = services.length > 1;
    const means = several
        ? MEANS[action]
              .replace(/^It is/, 'They are')
              .replaceAll(/\bit is\b/g, 'they are')
              .replaceAll(/\bit fails\b/g, 'they fail')
        : MEANS[action];
    const answer = await ask(
        `${ORDERS[action]} ${what}?`,
        [h('p', {}, means), several ? h('p.names', {}, listed(named(services))) : '', concerned(action, services)],
        [
            ['', 'Cancel', grave ? 'first-plain first' : ''],
            [action, ORDERS[action], grave ? 'grave' : 'first go']
        ]
    );
    if (answer === action) {
        await send(action, services, what);
    }
}

async function send(action, services, what) {
    const going = note(`${GOING[action]} ${what} …`, 'going');
    try {
        const {results} = await post('actions', {action, services, wait: WAIT});
        const bad = results.filter(result => result.state === 'failed');
        const open = results.filter(result => result.state === 'pending');
        bad.slice(0, 5).forEach(result => note(`${result.service}: ${result.reason || 'it did not work'}`, 'bad'));
        if (open.length) {
            note(
                `${open.length === 1 ? open[0].service : plural(open.length, 'service')}: not done after ${WAIT} s; it goes on`,
                'going late'
            );
        }
        if (!bad.length && !open.length) {
            note(services.length > 1 ? `${what}: done` : `${what} ${DONE[action]}`, 'good');
        }
    } catch (refusal) {
        note(`${what}: ${refusal.message}. ${refusal.help}`, 'bad');
    } finally {
        going.remove();
        askNow();
    }
}

async function daemon(action) {
    const [question, means, yes, done] = DAEMON[action];
    const grave = action === 'quit';
    const sure =
        action === 'validate' ||
        (await ask(
            question,
            [h('p', {}, means)],
            [
                ['', 'Cancel', grave ? 'first-plain first' : ''],
                [action, yes, grave ? 'grave' : 'first go']
            ]
        )) === action;
    if (!sure) {
        return;
    }
    try {
        const {state, reason} = await post('daemon', {action, wait: action === 'reload' ? WAIT : 5});
        note(state === 'failed' ? reason || 'It did not work' : done, state === 'failed' ? 'bad' : 'good');
    } catch (refusal) {
        note(`${refusal.message}. ${refusal.help}`, 'bad');
    } finally {
        askNow();
    }
}

/** What is wanted of those who are told, beside the orders. */
const CALM = {silence: 'Silence', acknowledge: 'Acknowledge'};

async function choose(title, services, what, offered, data) {
    const action = await ask(
        title,
        [h('p.hint', {}, 'You are asked once more before it is done.')],
        [...offered.map((one, i) => [one, ORDERS[one] ?? CALM[one], i ? '' : 'first']), ['', 'Cancel', 'plain']]
    );
    if (CALM[action]) {
        document.dispatchEvent(new CustomEvent('calm', {detail: {action, ...data}}));
    } else if (action) {
        await order(action, services, what);
    }
}

const members = group => [...store.services.values()].filter(service => service.groups.includes(group)).map(service => service.name);

function chosen(button) {
    const {service, group} = button.dataset;
    if (group !== undefined) {
        const offered = ['restart', 'start', 'stop', 'monitor', 'unmonitor', 'silence'];
        choose(`Group ${group}`, members(group), `the group ${group}`, offered, {group});
    } else if (store.services.has(service)) {
        const one = store.services.get(service);
        const calm = [one.quiet ? '' : 'silence', one.state === 'failing' && !one.acknowledged ? 'acknowledge' : ''].filter(Boolean);
        choose(service, [service], service, [...orders(one), ...calm], {service});
    }
}

/** Buttons anywhere say in their data what they are for. */
export function attend() {
    document.addEventListener('click', event => {
        const button = event.target.closest?.('[data-do]');
        switch (button?.dataset.do) {
            case 'order':
                return order(button.dataset.action, [button.dataset.service], button.dataset.service);
            case 'daemon':
                return daemon(button.dataset.action);
            case 'choose':
                return chosen(button);
            case 'ask':
                return askNow();
        }
    });
}
