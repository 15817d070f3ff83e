// A rule in the operator's words, and how near it is to its limit.
import {h, s} from './dom.js';
import {shape} from './state.js';
import {askable} from './time.js';
import {inWords} from './unit.js';

const WIDTH = 120;

/** From nothing to beyond the limit, with a mark where it stands. Only where both are numbers. */
function gauge(rule) {
    const value = rule.reading?.value;
    if (typeof value !== 'number' || typeof rule.limit !== 'number' || !/[<>]/.test(rule.comparison ?? '') || value < 0 || rule.limit < 0) {
        return '';
    }
    const whole = rule.reading.unit === 'percent' && rule.limit <= 100 ? Math.max(100, value) : Math.max(rule.limit * 1.25, value, 1e-9);
    const at = number => ((number / whole) * WIDTH).toFixed(1);
    return s(
        'svg.gauge',
        {class: rule.failing ? 'failing' : 'ok', viewBox: `0 0 ${WIDTH} 10`, width: WIDTH, height: 10, 'aria-hidden': 'true'},
        s('rect.track', {x: 0, y: 3, width: WIDTH, height: 4, rx: 2}),
        s('rect.fill', {x: 0, y: 3, width: at(value), height: 4, rx: 2}),
        s('path.limit', {d: `M${at(Math.min(rule.limit, whole))} 0v10`})
    );
}

const LIMIT = {
    '>': 'fails above',
    '>=': 'fails from',
    '<': 'fails below',
    '<=': 'fails up to',
    '=': 'fails at',
    '==': 'fails at',
    '!=': 'fails if not'
};

function measured(rule) {
    const reading = rule.reading;
    if (!reading) {
        return '';
    }
    const value =
        reading.text ||
        (typeof reading.value === 'number' ? inWords(reading.value, reading.unit) : reading.value) ||
        reading.absent ||
        'not known';
    return h(
        'div.measured',
        {},
        h('span.value', {}, String(value)),
        gauge(rule),
        rule.limitText ? h('span.limit', {}, `${LIMIT[rule.comparison] ?? rule.comparison} ${rule.limitText}`) : ''
    );
}

const WORDS = {failing: 'Failing:', ok: 'OK:', unmonitored: 'Not watched:'};

/** Of a rule that nobody holds against anything nobody knows whether it would fail. */
const stateOf = (one, watched) => (one.failing ? 'failing' : watched ? 'ok' : 'unmonitored');

const ruleAs = (one, state) =>
    h(
        'li.rule',
        {class: state},
        h(
            'div.what',
            {},
            h('span.state', {}, shape(state, 14), h('span.visually-hidden', {}, WORDS[state])),
            h(
                'div',
                {},
                h('code', {}, one.text),
                h('span.place', {}, `${one.file}:${one.line}`),
                one.failing ? h('p.because', {}, 'failing', one.since ? [' ', askable(one.since, 'since')] : '') : ''
            )
        ),
        measured(one)
    );

export const rule = (one, watched) => ruleAs(one, stateOf(one, watched));
