// Of what nobody is told, and who looks after what fails.
import {h} from './dom.js';
import {linked} from './problem.js';
import {shape} from './state.js';
import {mayAct, store} from './store.js';
import {absolute, moment} from './time.js';

const remark = one => [one.by ? ` by ${one.by}` : '', one.reason ? [': ', h('q', {}, one.reason)] : ''];

const until = at => h('time.nobr', {datetime: at}, absolute(at));

const button = (what, service, text) =>
    mayAct() ? h('button.quiet', {type: 'button', 'data-do': what, 'data-service': service.name}, text) : '';

const hushed = ({quiet}) => [quiet.planned ? 'Maintenance' : 'Silenced', ' until ', until(quiet.until), remark(quiet)];

/** Lines that say so of one service. */
export const calm = service => [
    service.quiet
        ? h(
              'p.calm',
              {'data-key': 'quiet'},
              shape('waiting', 14),
              h('span', {}, ...hushed(service), '. Nobody is told.'),
              service.quiet.planned ? '' : button('unsilence', service, 'End it')
          )
        : '',
    service.acknowledged
        ? h(
              'p.calm',
              {'data-key': 'acknowledged'},
              shape('ok', 14),
              h('span', {}, 'Acknowledged ', moment(service.acknowledged.at), remark(service.acknowledged), '. Nobody is reminded.'),
              button('disown', service, 'Take back')
          )
        : ''
];

/** In a word, where there is no room for more. */
export const badge = service => [
    service.quiet ? h('span.hushed', {}, service.quiet.planned ? 'maintenance' : 'silenced') : '',
    service.acknowledged ? h('span.hushed', {}, 'acknowledged') : ''
];

/** What else can be done about a service that fails, or will. */
export const calmButtons = service => [
    service.quiet ? '' : button('silence', service, 'Silence …'),
    service.state === 'failing' && !service.acknowledged ? button('acknowledge', service, 'Acknowledge …') : ''
];

/** All services of which nobody is told, those together that are silenced together. */
export function silenced() {
    const together = new Map();
    for (const service of store.services.values()) {
        if (service.quiet) {
            const key = JSON.stringify(service.quiet);
            together.set(key, [...(together.get(key) ?? []), service]);
        }
    }
    return [...together].map(([key, services]) =>
        h(
            'p.others',
            {'data-key': ` quiet ${key}`},
            shape('waiting', 14),
            ...hushed(services[0]),
            ' – ',
            services.length === store.services.size
                ? 'all services'
                : linked(
                      services.map(service => service.name),
                      false
                  ),
            '.'
        )
    );
}
