// The daemon itself, and the configuration that is in force.
import {get} from './api.js';
import {h, morphChildren} from './dom.js';
import {mayAct, store} from './store.js';
import {askable} from './time.js';

const LINKS = [
    ['/api/v1/openapi.json', 'What the JSON interface offers'],
    ['/metrics', 'Metrics for Prometheus'],
    ['/_status', 'Status as text'],
    ['/_summary', 'Summary as text'],
    ['/_report', 'Report as text'],
    ['/health', 'Health, for load balancers']
];

const fact = (name, ...value) => h('div', {}, h('dt', {}, name), h('dd', {}, ...value));

function daemonFacts(daemon) {
    return h(
        'dl.facts',
        {},
        fact('Version', `${daemon.program} ${daemon.version}`),
        fact('Machine', daemon.host || '–'),
        fact('Running', askable(daemon.started, 'since')),
        fact('Control file', h('code', {}, daemon.controlFile || '–')),
        fact('Checks', `every ${daemon.poll} s`),
        fact('Services', String(store.services.size)),
        fact('Id', h('code', {}, daemon.id)),
        fact('You are', `${daemon.user ?? 'nobody in particular'}${daemon.readOnly ? ', and may only look' : ''}`)
    );
}

const ORDERS = [
    ['validate', 'Check everything now'],
    ['reload', 'Read the control file again'],
    ['quit', 'End the daemon']
];

const orders = () =>
    mayAct()
        ? h(
              'div.buttons',
              {role: 'group', 'aria-label': 'The daemon'},
              ...ORDERS.map(([action, text]) =>
                  h('button', {type: 'button', class: action === 'quit' ? 'grave' : null, 'data-do': 'daemon', 'data-action': action}, text)
              )
          )
        : '';

export function about() {
    const facts = h('section.part', {});
    const configuration = h('section.part', {}, h('h2', {}, 'Configuration in force'), h('p.hint', {role: 'status'}, 'Being asked for …'));
    const view = h(
        'div.about-page',
        {},
        h('h1', {}, 'About this jmonit'),
        facts,
        h(
            'section.part',
            {},
            h('h2', {}, 'For programs'),
            h('ul.links', {}, ...LINKS.map(([href, text]) => h('li', {}, h('a', {href}, h('code', {}, href)), h('span', {}, text))))
        ),
        configuration
    );

    async function load() {
        try {
            const answer = await get('configuration');
            configuration.replaceChildren(
                h('h2', {}, 'Configuration in force'),
                h(
                    'p.hint',
                    {},
                    'From ',
                    ...answer.files.flatMap((file, i) => [i ? ', ' : '', h('code', {}, file)]),
                    '. Secrets are not shown.'
                ),
                h('pre.output.configuration', {tabindex: 0, role: 'region', 'aria-label': 'Configuration'}, answer.text)
            );
        } catch (refusal) {
            configuration.querySelector('.hint').textContent =
                refusal.status === 403
                    ? 'Who may only look does not get to see the configuration.'
                    : `It cannot be shown: ${refusal.message}.`;
        }
    }

    load();
    return {
        title: 'About',
        view,
        update(kind) {
            if (kind === 'all' && store.daemon) {
                morphChildren(facts, [daemonFacts(store.daemon), orders()]);
            }
        }
    };
}
