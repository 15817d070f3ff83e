// A failing service as a card: what is wrong, since when, why perhaps, what jmonit did, and what can be done.
import {badge, calm, calmButtons} from './calm.js';
import {h, plural} from './dom.js';
import {mayAct, store} from './store.js';
import {address, doing, givenUp, reach, shape, SIDES, word} from './state.js';
import {askable, moment} from './time.js';
import {keyReading, keyReadings, more} from './row.js';

const MOST_NAMES = 6;
const DID = {
    restart: 'restarted it',
    start: 'started it',
    stop: 'stopped it',
    exec: 'ran a program',
    unmonitor: 'stopped watching it',
    alert: 'raised an alert'
};

export const linked = (names, marked = true) => [
    ...names.slice(0, MOST_NAMES).flatMap((name, i) => [i ? ', ' : '', serviceLink(name, marked)]),
    names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
];

function serviceLink(name, marked) {
    const state = store.services.get(name)?.state;
    return h('a.ref', {href: address(name)}, marked && state && state !== 'ok' ? shape(state, 12) : '', name);
}

/** Where it all began comes first: what other failing services need, then what failed last. */
export function bySuspicion(services) {
    const sick = new Set(services.map(service => service.name));
    const weight = new Map(
        services.map(service => [service.name, reach(store.services, service.name, 'dependents').filter(name => sick.has(name)).length])
    );
    return [...services].sort((a, b) => weight.get(b.name) - weight.get(a.name) || (b.since ?? '').localeCompare(a.since ?? ''));
}

/** What jmonit did since the service began to fail, by its events. */
function deeds(service) {
    const from = service.since ? Date.parse(service.since) - 2000 : 0;
    const done = new Map();
    for (const event of service.events ?? store.events) {
        if (event.service === service.name && DID[event.action] && event.side !== 'succeeded' && Date.parse(event.at) >= from) {
            const seen = done.get(event.action) ?? {times: 0, at: event.at};
            done.set(event.action, {...seen, times: seen.times + 1});
        }
    }
    return [...done].sort(([a], [b]) => (a === 'alert') - (b === 'alert'));
}

const times = n => (n === 1 ? '' : n === 2 ? 'twice, last ' : `${n} times, last `);

const said = ([action, {times: n, at}], i) => [i ? '; ' : '', DID[action] + ' ', times(n), moment(at)];

export function did(service) {
    const done = deeds(service);
    return done.length ? h('p.did', {}, h('b', {}, 'jmonit '), ...done.map(said), '.') : '';
}

const because = one => h('p.because', {}, one.side === 'failed' ? '' : h('span.side', {}, SIDES[one.side]?.word ?? one.side), one.because);

export const failure = one =>
    h(
        'li.failure',
        {},
        because(one),
        one.rule ? h('p.rule', {}, h('code', {}, one.rule), one.file ? h('span.place', {}, `${one.file}:${one.line}`) : '') : ''
    );

/** Whose fault it may be, and who suffers. */
export function company(service) {
    const causes = reach(store.services, service.name, 'depends').filter(name => store.services.get(name)?.state === 'failing');
    const dependents = reach(store.services, service.name, 'dependents');
    return [
        causes.length
            ? h(
                  'p.cause',
                  {},
                  h('b', {}, 'Perhaps because of '),
                  ...linked(causes),
                  causes.length === 1 ? ', which it needs and which is failing.' : ', which it needs and which are failing.'
              )
            : '',
        dependents.length ? h('p.needed', {}, h('b', {}, 'Needed by '), ...linked(dependents), '.') : ''
    ];
}

/** The orders that make sense for a service as it is; what has no commands can only be watched or not. */
export function orders(service, commands) {
    const runs = commands ? Object.values(commands).some(Boolean) || service.type === 'process' : service.type === 'process';
    if (service.state === 'unmonitored') {
        return runs ? ['monitor', 'start', 'stop', 'restart'] : ['monitor'];
    }
    return runs ? ['restart', 'start', 'stop', 'unmonitor'] : ['unmonitor'];
}

export const ORDERS = {start: 'Start', stop: 'Stop', restart: 'Restart', monitor: 'Watch', unmonitor: 'Stop watching'};

export const buttons = (service, commands) =>
    mayAct()
        ? h(
              'div.buttons',
              {role: 'group', 'aria-label': `Actions for ${service.name}`},
              ...orders(service, commands).map((action, i) =>
                  h(
                      'button',
                      {
                          type: 'button',
                          class: i || action === 'unmonitor' ? null : 'first',
                          'data-do': 'order',
                          'data-action': action,
                          'data-service': service.name
                      },
                      ORDERS[action]
                  )
              ),
              ...calmButtons(service)
          )
        : '';

const since = service => (givenUp(service) ? ['given up ', moment(service.since)] : ['failing ', askable(service.since, 'since')]);

/** In short where there are many. */
export function problem(service, short) {
    const busy = doing(service);
    return h(
        'article.problem',
        {class: short ? 'compact' : null, 'data-key': service.name, 'aria-label': service.name},
        h(
            'header',
            {},
            h('h2', {}, shape('failing', short ? 17 : 20), h('a', {href: address(service.name), 'data-row': true}, service.name)),
            h('span.type', {}, [service.title, ...service.groups].join(' · ')),
            busy ? h('span.busy', {}, busy) : '',
            short ? badge(service) : '',
            service.since ? h('span.since', {}, ...since(service)) : '',
            short ? more(service) : ''
        ),
        h(
            'ul.failures',
            {},
            ...(service.failures.length
                ? service.failures.map(one => (short ? h('li.failure', {}, because(one)) : failure(one)))
                : [h('li.failure', {}, h('p.because', {}, givenUp(service) || word(service)))])
        ),
        ...(short ? [] : calm(service)),
        h('div.notes-of', {}, short ? '' : did(service), ...(short ? [company(service)[0]] : company(service))),
        short
            ? ''
            : h(
                  'footer',
                  {},
                  buttons(service),
                  h('span.readings', {}, ...keyReadings(service).map(reading => keyReading(service, reading)))
              )
    );
}

/** "3 services are not being watched: a, b and c" */
export const names = (services, words) => [
    `${plural(services.length, 'service')} ${services.length === 1 ? 'is' : 'are'} ${words}: `,
    ...linked(
        services.map(s => s.name),
        false
    ),
    '.'
];
