// A service as a line of the overview.
import {badge} from './calm.js';
import {h} from './dom.js';
import {address, doing, shape, word} from './state.js';
import {spark} from './spark.js';
import {mayAct, store} from './store.js';
import {moment} from './time.js';

/** The readings that are worth a look first. */
export const keyReadings = service =>
    (service.key ?? [])
        .map(id => service.readings.find(reading => reading.id === id))
        .filter(Boolean)
        .slice(0, 3);

export const sparkOf = (service, reading) => spark(store.sparks[service.name]?.[reading.id], reading);

export const keyReading = (service, reading) =>
    h(
        'span.reading',
        {title: reading.absent || null},
        h('span.label', {title: reading.label}, reading.label),
        h('span.value', {}, reading.text || '–'),
        sparkOf(service, reading)
    );

/** Whatever can be done, behind one button. */
export const more = service =>
    mayAct()
        ? h(
              'button.more',
              {
                  type: 'button',
                  'data-do': 'choose',
                  'data-service': service.name,
                  'aria-label': `Actions for ${service.name}`,
                  title: 'Actions'
              },
              '⋯'
          )
        : '';

export function row(service, key) {
    const busy = doing(service);
    return h(
        'li.row',
        {class: service.state, 'data-key': key, 'data-service': service.name},
        h('span.state', {}, shape(service.state), h('span.word', {title: word(service)}, word(service))),
        h(
            'span.name',
            {},
            h('a', {href: address(service.name), 'data-row': true}, service.name),
            h('span.type', {}, service.title),
            busy ? h('span.busy', {}, busy) : '',
            service.late && !busy ? h('span.late', {}, 'check is late') : '',
            badge(service)
        ),
        h('span.readings', {}, ...keyReadings(service).map(reading => keyReading(service, reading))),
        h(
            'span.checked',
            {},
            service.monitored && service.checked ? moment(service.checked) : h('span.never', {}, service.monitored ? 'not yet' : '–')
        ),
        more(service)
    );
}
