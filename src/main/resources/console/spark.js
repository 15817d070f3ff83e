// The last hour of a reading as a small line.
import {s} from './dom.js';
import {inWords} from './unit.js';

const WIDTH = 72;
const HEIGHT = 18;

/** The pieces between gaps: lists of [index, value]. */
export function pieces(values) {
    const all = [];
    let open = null;
    values.forEach((value, index) => {
        if (value === null) {
            open = null;
        } else if (open) {
            open.push([index, value]);
        } else {
            all.push((open = [[index, value]]));
        }
    });
    return all;
}

export const path = (points, x, y) =>
    points.map(([index, value], i) => `${i ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join('') +
    (points.length === 1 ? 'h.1' : '');

/** Empty where nothing is known yet. */
export function spark(values, reading, width = WIDTH, height = HEIGHT) {
    const known = (values ?? []).filter(value => value !== null);
    if (known.length < 2) {
        return s('svg.spark', {viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true', 'data-spark': reading.id});
    }
    const low = Math.min(...known);
    const high = Math.max(...known);
    // Flat lines stay flat: what moves by less than a twentieth of itself is no mountain.
    const span = Math.max(high - low, Math.abs(high) / 20, 1e-9);
    const bottom = (low + high) / 2 - span / 2;
    const x = index => 2 + (index / Math.max(1, values.length - 1)) * (width - 5);
    const y = value => height - 2.5 - ((value - bottom) / span) * (height - 5);
    const lines = pieces(values);
    const [lastIndex, last] = lines.at(-1).at(-1);
    const [from, to, now] = [low, high, last].map(value => inWords(value, reading.unit));
    const label = `${reading.label}, last hour: ${from} to ${to}, now ${now}`;
    return s(
        'svg.spark',
        {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label, 'data-spark': reading.id},
        s('title', {}, label),
        s('path', {
            d: lines.map(points => path(points, x, y)).join(''),
            fill: 'none',
            stroke: 'currentColor',
            'stroke-width': 1.25,
            'stroke-linejoin': 'round',
            'stroke-linecap': 'round'
        }),
        s('circle', {cx: x(lastIndex).toFixed(1), cy: y(last).toFixed(1), r: 1.7, fill: 'currentColor'})
    );
}
