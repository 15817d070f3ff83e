// Moments and durations in words. Ages are counted by the daemon's clock, whatever this machine's says.
import {h} from './dom.js';

let ahead = 0;

/** Tells what time it is at the daemon. */
export function setClock(at) {
    ahead = Date.parse(at) - Date.now();
}

export const now = () => Date.now() + ahead;

const UNITS = [
    ['d', 86400],
    ['h', 3600],
    ['min', 60],
    ['s', 1]
];

/** "3 d 4 h", "12 min", "5 s": two units where the first is a small number. */
export function lasting(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const at = UNITS.findIndex(([, size]) => whole >= size);
    if (at < 0) {
        return '0 s';
    }
    const [unit, size] = UNITS[at];
    const n = Math.floor(whole / size);
    const rest = at < 2 && n < 10 ? Math.floor((whole % size) / UNITS[at + 1][1]) : 0;
    return `${n} ${unit}` + (rest ? ` ${rest} ${UNITS[at + 1][0]}` : '');
}

/** As little movement as will do: seconds are told by tens. */
export function ago(at) {
    const seconds = (now() - Date.parse(at)) / 1000;
    if (seconds < 10) {
        return 'just now';
    }
    return lasting(seconds < 60 ? Math.floor(seconds / 10) * 10 : seconds) + ' ago';
}

const forHow = at => lasting((now() - Date.parse(at)) / 1000);

const CLOCK = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const MINUTE = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
const DAY = new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'});

export const clock = at => CLOCK.format(new Date(at));
export const minute = at => MINUTE.format(new Date(at));
export const day = at => DAY.format(new Date(at));

/** "14:03:22", and the day where it is another. */
export const absolute = at => (day(at) === day(now()) ? '' : day(at) + ', ') + clock(at);

const TEXTS = {ago, since: at => 'for ' + forHow(at), lasting: forHow, absolute};
let always = false;

/** A moment that goes on ticking. How is 'ago', 'since' ("for 3 min") or 'lasting'. */
export function moment(at, how = 'ago', attributes = {}) {
    return h('time', {datetime: at, 'data-how': how, title: absolute(at), ...attributes}, text(at, how));
}

/** One that can be asked for the exact time with the keyboard, too. */
export const askable = (at, how = 'ago') => moment(at, how, {tabindex: 0, class: 'askable', 'data-exact': absolute(at)});

const text = (at, how) => (always ? (how === 'ago' ? '' : 'since ') + absolute(at) : TEXTS[how](at));

/** Shows all moments as dates, or all as ages. */
export function switchMoments() {
    always = !always;
    tick();
}

function tick() {
    for (const element of document.querySelectorAll('time[data-how]')) {
        const fresh = text(element.dateTime, element.dataset.how);
        if (element.textContent !== fresh) {
            element.textContent = fresh;
        }
    }
}

setInterval(() => {
    if (!document.hidden) {
        tick();
    }
}, 1000);
