// One reading over time: the average as a line, lowest and highest as a band, limits of rules as dashes, gaps where nothing is known.
import {h, s} from './dom.js';
import {path, pieces} from './spark.js';
import {minute} from './time.js';
import {inWords, ticks} from './unit.js';

const HEIGHT = 150;
const LEFT = 56;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 22;

function extent(series, limits) {
    const known = [...series.high, ...series.average].filter(v => v !== null);
    const low = Math.min(0, ...series.low.filter(v => v !== null));
    const measured = Math.max(...known, low);
    // A limit far above everything would press the line flat; it is told in words then.
    const near = limits.filter(({value}) => value <= measured * 4);
    const high = Math.max(measured, ...near.map(({value}) => value));
    return {low, high: high > low ? low + (high - low) * 1.06 : low + 1, near};
}

/** "now 1.2 %, between 0.4 % and 97 %, average 3.1 %" */
export function summary(series) {
    const of = values => values.filter(v => v !== null);
    const average = of(series.average);
    const words = value => inWords(value, series.unit);
    return (
        `last ${words(average.at(-1))}, between ${words(Math.min(...of(series.low), ...average))} and ` +
        `${words(Math.max(...of(series.high), ...average))}, ` +
        `average ${words(average.reduce((sum, v) => sum + v, 0) / average.length)}`
    );
}

export function chart(series, {from, step}, limits) {
    const width = Math.max(260, Math.min(720, widthOf()));
    const {low, high, near} = extent(series, limits);
    const n = series.average.length;
    const begin = Date.parse(from);
    const x = index => LEFT + (n > 1 ? index / (n - 1) : 0) * (width - LEFT - RIGHT);
    const y = value => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
    const cursor = s('g.cursor', {visibility: 'hidden'}, s('path', {d: `M0 ${TOP}V${HEIGHT - BOTTOM}`}), s('circle', {r: 3}));
    const drawing = s(
        'svg',
        {viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, 'aria-hidden': 'true'},
        ...axes(ticks(high, series.unit), series.unit, width, y),
        ...hours(begin, step, n, x),
        ...pieces(series.high).map(points => band(points, series, x, y)),
        s('path.line', {
            d: pieces(series.average)
                .map(points => path(points, x, y))
                .join('')
        }),
        ...near.map(limit =>
            s(
                'g.limit',
                {},
                s('path', {d: `M${LEFT} ${y(limit.value).toFixed(1)}H${width - RIGHT}`}),
                s(
                    'text',
                    {x: width - RIGHT, y: y(limit.value) < TOP + 14 ? y(limit.value) + 12 : y(limit.value) - 4, 'text-anchor': 'end'},
                    limit.text
                )
            )
        ),
        cursor
    );
    const told = h('p.told', {}, summary(series));
    const far = limits.filter(limit => !near.includes(limit));
    const slider = h(
        'div.canvas',
        {
            tabindex: 0,
            role: 'slider',
            'aria-label': `${series.label}: ${summary(series)}. Arrow keys read it point by point`,
            'aria-valuemin': 0,
            'aria-valuemax': n - 1,
            'aria-valuenow': n - 1,
            'aria-valuetext': point(series, n - 1, begin, step)
        },
        drawing
    );
    listen(slider, {
        n,
        index: px => Math.round((((px * width) / drawing.getBoundingClientRect().width - LEFT) / (width - LEFT - RIGHT)) * (n - 1)),
        show(index) {
            const value = series.average[index];
            cursor.setAttribute('visibility', 'visible');
            cursor.setAttribute('transform', `translate(${x(index).toFixed(1)} 0)`);
            cursor.lastChild.setAttribute('cy', value === null ? -9 : y(value));
            told.textContent = point(series, index, begin, step);
            slider.setAttribute('aria-valuenow', index);
            slider.setAttribute('aria-valuetext', told.textContent);
        },
        hide() {
            cursor.setAttribute('visibility', 'hidden');
            told.textContent = summary(series);
        }
    });
    return h(
        'figure.chart',
        {'data-series': series.id},
        h('figcaption', {}, h('h3', {}, series.label), told),
        slider,
        far.length ? h('p.hint', {}, `The limit is far off: ${far.map(limit => limit.text).join(', ')}`) : ''
    );
}

function widthOf() {
    const room = document.querySelector('.charts')?.clientWidth || 640;
    return (innerWidth >= 860 ? (room - 12) / 2 : room) - 26;
}

const axes = (values, unit, width, y) =>
    values.map(value =>
        s(
            'g.axis',
            {},
            s('path', {d: `M${LEFT} ${y(value).toFixed(1)}H${width - RIGHT}`}),
            s('text', {x: LEFT - 6, y: y(value) + 3.5, 'text-anchor': 'end'}, inWords(value, unit))
        )
    );

/** Round times: every quarter of an hour, or every six hours. */
function hours(begin, step, n, x) {
    const every = (n * step <= 2 * 3600 ? 15 : 6 * 60) * 60_000;
    const shift = new Date(begin).getTimezoneOffset() * 60_000;
    const marks = [];
    for (let t = Math.ceil((begin - shift) / every) * every + shift; t <= begin + (n - 1) * step * 1000; t += every) {
        const index = (t - begin) / 1000 / step;
        if (index > n * 0.03 && index < n * 0.97) {
            marks.push(s('text', {class: 'time', x: x(index).toFixed(1), y: HEIGHT - 6, 'text-anchor': 'middle'}, minute(t)));
        }
    }
    return marks;
}

function band(points, series, x, y) {
    const back = points.map(([index]) => [index, series.low[index] ?? series.average[index] ?? 0]).reverse();
    return s('path.band', {d: path(points, x, y) + path(back, x, y).replace('M', 'L') + 'Z'});
}

function point(series, index, begin, step) {
    const at = minute(begin + index * step * 1000);
    const value = series.average[index];
    if (value === null) {
        return `${at}: nothing known`;
    }
    const [low, high] = [series.low[index] ?? value, series.high[index] ?? value];
    return (
        `${at}: ${inWords(value, series.unit)}` +
        (high > low ? `, between ${inWords(low, series.unit)} and ${inWords(high, series.unit)}` : '')
    );
}

const KEYS = {ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity};

function listen(canvas, {n, index, show, hide}) {
    let at = n - 1;
    const move = to => show((at = Math.min(n - 1, Math.max(0, to))));
    canvas.addEventListener('pointermove', event => move(index(event.clientX - canvas.getBoundingClientRect().left)));
    canvas.addEventListener('pointerleave', hide);
    canvas.addEventListener('blur', hide);
    canvas.addEventListener('keydown', event => {
        if (KEYS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            move(at + KEYS[event.key]);
        }
    });
}
