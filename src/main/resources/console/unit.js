// Numbers with their units, as short as an axis wants them.

const STEPS = ['', 'k', 'M', 'G', 'T', 'P'];

function scaled(value, step, names) {
    let size = Math.abs(value);
    let at = 0;
    while (size >= step && at < names.length - 1) {
        size /= step;
        at++;
    }
    return [Math.sign(value) * size, names[at]];
}

const short = value => {
    const size = Math.abs(value);
    const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
    return String(Number(size < 0.1 ? value.toPrecision(2) : value.toFixed(digits)));
};

function joined(value, step, unit) {
    const [number, prefix] = scaled(value, step, STEPS);
    return `${short(number)}${prefix + unit ? ' ' : ''}${prefix}${unit}`;
}

function time(seconds) {
    const size = Math.abs(seconds);
    if (size < 1e-3) {
        return size === 0 ? '0 s' : `${short(seconds * 1e6)} µs`;
    }
    if (size < 1) {
        return `${short(seconds * 1000)} ms`;
    }
    const [unit, length] = [
        ['d', 86400],
        ['h', 3600],
        ['min', 60]
    ].find(([, l]) => size >= 2 * l) ?? ['s', 1];
    return `${short(seconds / length)} ${unit}`;
}

/** Units by their letters: 'bytes/s', 'bytes_per_second' and 'bytes per second' are one. As in Monit, a kB is 1024 bytes. */
export function inWords(value, unit) {
    const name = (unit ?? '')
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/persecond$/, 's');
    switch (name) {
        case 'percent':
            return `${short(value)} %`;
        case 'bytes':
        case 'byte':
        case 'b':
            return joined(value, 1024, 'B');
        case 'bytess':
        case 'bs':
            return joined(value, 1024, 'B/s');
        case 'milliseconds':
        case 'millisecond':
        case 'ms':
            return time(value / 1000);
        case 'seconds':
        case 'second':
        case 's':
            return time(value);
        case '':
        case 'count':
        case 'load':
            return joined(value, 1000, '');
        default:
            return joined(value, 1000, name.endsWith('s') && /(operations|packets|reads|writes)s$/.test(name) ? '/s' : unit);
    }
}

/** Round numbers for an axis up to here, three to five of them. Bytes are round in their own way. */
export function ticks(high, unit) {
    if (!(high > 0)) {
        return [0];
    }
    const binary = /^bytes?/i.test(unit ?? '');
    const base = binary ? 1024 ** Math.floor(Math.log(high) / Math.log(1024)) : 1;
    const raw = high / base / 4;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 2.5, 5, 10].find(n => n * power >= raw) * power * base;
    return Array.from({length: Math.floor(high / step + 1e-9) + 1}, (_, i) => i * step);
}
