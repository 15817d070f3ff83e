// All about one service.
import {get} from './api.js';
import {calm} from './calm.js';
import {charts} from './charts.js';
import {h, morphChildren, soon} from './dom.js';
import {event} from './event.js';
import {buttons, company, did, failure, linked} from './problem.js';
import {rule} from './rule.js';
import {sparkOf} from './row.js';
import {doing, givenUp, reach, shape, word} from './state.js';
import {store} from './store.js';
import {askable, day, moment, now} from './time.js';

const NOT_OFTENER = 1_500;
const MOST_EVENTS = 10;

const part = (title, ...content) => h('section.part', {'data-key': title}, h('h2', {}, title), ...content);

const facts = pairs =>
    h(
        'dl.facts',
        {},
        ...pairs
            .filter(([, value]) => value && value.length !== 0)
            .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))
    );

function sentence(service) {
    const texts = {
        ok: 'OK',
        failing: 'Failing',
        unmonitored: 'Not being watched',
        initialising: 'Not looked at yet',
        waiting: 'Waiting for its turn'
    };
    return h(
        'p.sentence',
        {class: service.state},
        h('b', {}, texts[service.state] ?? service.state),
        service.since ? [' ', askable(service.since, 'since')] : '',
        givenUp(service) ? h('span.status', {}, `given up: ${service.gaveUp}`) : '',
        service.state === 'failing' && word(service) ? h('span.status', {}, word(service)) : '',
        doing(service) ? h('span.busy', {}, doing(service)) : '',
        service.looking ? h('span.busy', {}, 'being checked') : '',
        service.late && !doing(service) ? h('span.late', {}, 'its check is late') : '',
        service.missed > 0 ? h('span.late', {}, `${service.missed} checks missed`) : ''
    );
}

const heading = service =>
    h(
        'div.heading',
        {'data-key': 'heading'},
        h('h1', {class: service.state}, shape(service.state, 28), h('span', {}, service.name)),
        sentence(service),
        h(
            'p.about',
            {},
            [service.title, ...service.groups.map(group => `group ${group}`)].join(' · '),
            service.target ? [' · ', h('code', {}, service.target)] : '',
            service.checked ? [' · checked ', moment(service.checked)] : ''
        ),
        ...calm(service),
        buttons(service, service.commands)
    );

function failures(service) {
    return service.failures.length
        ? h(
              'section.part.wrong',
              {'data-key': 'wrong', 'aria-label': 'What is wrong'},
              h('ul.failures', {}, ...service.failures.map(failure)),
              h('div.notes-of', {}, did(service), ...company(service))
          )
        : '';
}

function rules(service) {
    const sorted = [...service.rules].sort((a, b) => b.failing - a.failing);
    return sorted.length ? part('Rules', h('ul.rules', {}, ...sorted.map(one => rule(one, service.monitored)))) : '';
}

const answers = service =>
    service.answers.length
        ? part(
              'Connections',
              h(
                  'ul.answers',
                  {},
                  ...service.answers.map(answer =>
                      h(
                          'li',
                          {class: answer.ok ? 'ok' : 'failing'},
                          h('span.state', {}, shape(answer.ok ? 'ok' : 'failing', 14), h('span.word', {}, answer.ok ? 'OK' : 'Failed')),
                          h('span', {}, answer.text),
                          h(
                              'span.value',
                              {},
                              answer.ok && answer.seconds !== null ? `${(answer.seconds * 1000).toFixed(1)} ms` : answer.reason
                          )
                      )
                  )
              )
          )
        : '';

const readings = service =>
    service.readings.length
        ? part(
              'Readings',
              h(
                  'dl.readings',
                  {},
                  ...service.readings.map(reading =>
                      h(
                          'div',
                          {},
                          h('dt', {}, reading.label),
                          h(
                              'dd',
                              {class: reading.absent ? 'absent' : null},
                              h('span', {}, reading.text || reading.absent || '–'),
                              store.sparks[service.name]?.[reading.id] ? sparkOf(service, reading) : ''
                          )
                      )
                  )
              )
          )
        : '';

const output = service =>
    service.output ? part('Output', h('pre.output', {tabindex: 0, 'aria-label': `What ${service.name} said last`}, service.output)) : '';

const every = text => (/^\d/.test(text) ? `every ${text}` : text);

function relations(service) {
    const [needs, needed] = [reach(store.services, service.name, 'depends'), reach(store.services, service.name, 'dependents')];
    const {start, stop, restart} = service.commands;
    return part(
        'How it is set up',
        facts([
            ['Needs', needs.length ? linked(needs) : ''],
            ['Needed by', needed.length ? linked(needed) : ''],
            ['Start', start && h('code', {}, start)],
            ['Stop', stop && h('code', {}, stop)],
            ['Restart', restart && h('code', {}, restart)],
            ['Checked', every(service.every) || (store.daemon ? `every ${store.daemon.poll} s` : '')],
            ['Mode', service.mode === 'passive' ? 'passive: rules alert, and do nothing else' : 'active'],
            ['On reboot', {start: 'is started', nostart: 'is left alone', laststate: 'is as it was'}[service.onReboot] ?? service.onReboot],
            ['Stands in', h('code', {}, `${service.file}:${service.line}`)]
        ])
    );
}

const dayName = date => {
    const names = {[day(now())]: 'Today', [day(now() - 86_400_000)]: 'Yesterday'};
    return names[date] ? `${names[date]}, ${date}` : date;
};

export function eventList(events, withService) {
    const days = new Map();
    events.forEach(one => days.set(day(one.at), [...(days.get(day(one.at)) ?? []), one]));
    return [...days].map(([date, those]) =>
        h('section.day', {'data-key': date}, h('h3', {}, dayName(date)), h('ol.events', {}, ...those.map(one => event(one, withService))))
    );
}

const events = service =>
    part(
        'Events',
        ...(service.events.length
            ? [
                  ...eventList(service.events.slice(0, MOST_EVENTS), false),
                  service.events.length > MOST_EVENTS
                      ? h('p.all-events', {}, h('a', {href: '/events?service=' + encodeURIComponent(service.name)}, 'All its events'))
                      : ''
              ]
            : [h('p.hint', {}, 'Nothing has happened that is still known.')])
    );

export function servicePage(name) {
    const view = h('div.service', {});
    const above = h('div.above', {});
    const below = h('div.below', {});
    let details = null;
    let last = 0;
    let timer = 0;
    const limits = id =>
        (details?.rules ?? [])
            .filter(r => r.reading?.id === id && typeof r.limit === 'number')
            .map(r => ({value: r.limit, text: `${r.comparison ?? ''} ${r.limitText ?? r.limit}`.trim()}));
    let history = null;

    function draw() {
        morphChildren(above, [heading(details), failures(details), output(details), rules(details), answers(details)]);
        history ??= charts(details.name, () => details.key ?? [], limits);
        morphChildren(below, [events(details), readings(details), relations(details)]);
        if (!history.view.isConnected) {
            view.replaceChildren(above, history.view, below);
        }
    }

    const drawSoon = soon(() => details && view.isConnected && draw());

    async function load() {
        last = Date.now();
        try {
            details = await get(`services/${encodeURIComponent(name)}`);
            page.title = details.name;
            document.dispatchEvent(new CustomEvent('page'));
            drawSoon();
        } catch (refusal) {
            if (refusal.status === 404) {
                view.replaceChildren(
                    h('h1', {}, h('span', {}, 'There is no service ', h('q', {}, name))),
                    h(
                        'p.empty',
                        {},
                        'It may have had another name, or have been taken out of the control file. ',
                        h('a', {href: '/'}, 'All services')
                    )
                );
            } else if (!details) {
                view.replaceChildren(h('h1', {}, name), h('p.empty', {}, `Nothing can be told: ${refusal.message}.`));
            }
        }
    }

    /** At once, but not again before some time has passed. */
    function loadSoon() {
        if (!timer) {
            timer = setTimeout(
                () => {
                    timer = 0;
                    load();
                },
                Math.max(0, last + NOT_OFTENER - Date.now())
            );
        }
    }

    const page = {
        title: name,
        view,
        update(kind, names) {
            if (kind === 'all' || names.includes(details?.name ?? name)) {
                loadSoon();
            } else if (kind !== 'link' && details) {
                drawSoon();
            }
        },
        leave() {
            clearTimeout(timer);
            history?.leave();
        }
    };
    return page;
}
