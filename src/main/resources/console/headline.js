// Is all well? In words, and as a bar.
import {count, s} from './dom.js';
import {givenUp, STATES} from './state.js';
import {store} from './store.js';
import {link} from './stream.js';

/** How many services are so. */
export const tally = state => [...store.services.values()].filter(service => service.state === state).length;

const be = n => (n === 1 ? 'is' : 'are');

function failingWords(bad, total) {
    if (bad < total) {
        return `${count(bad)} of ${count(total)} services ${be(bad)} failing`;
    }
    return total === 1 ? 'The only service is failing' : `All ${count(total)} services are failing`;
}

const lostWords = (lost, total) =>
    lost.length === 1 ? `${lost[0].name} was given up` : `${count(lost.length)} of ${count(total)} services were given up`;

function well(unwatched, total) {
    if (unwatched) {
        return `Nothing is failing; ${count(unwatched)} of ${count(total)} services ${be(unwatched)} not being watched`;
    }
    return total === 1 ? 'All is well: the service is OK' : `All is well: ${count(total)} services are OK`;
}

/** A state for the shape, and the first line of the page: what cannot be known is not claimed. */
export function headline() {
    const [state, text] = seen();
    return store.known && link.mode === 'lost' ? ['lost', `Not known now. Last seen: ${text}`] : [state, text];
}

function seen() {
    const total = store.services.size;
    const [bad, unwatched, fresh] = ['failing', 'unmonitored', 'initialising'].map(tally);
    if (!store.known) {
        return ['connecting', 'Waiting for the daemon …'];
    }
    if (!total) {
        return ['unmonitored', 'There is nothing to watch: the control file names no service'];
    }
    const lost = [...store.services.values()].filter(givenUp);
    if (bad) {
        return ['failing', failingWords(bad, total) + (lost.length ? `; ${count(lost.length)} given up` : '')];
    }
    if (lost.length) {
        return ['failing', lostWords(lost, total)];
    }
    if (fresh) {
        return [
            'initialising',
            `Nothing is failing so far; ${count(fresh)} of ${count(total)} services ${be(fresh)} still to be looked at`
        ];
    }
    if (unwatched === total) {
        return ['unmonitored', `Nothing is being watched: all ${count(total)} services are left alone`];
    }
    return ['ok', well(unwatched, total)];
}

/** How large a part of all is in which state. */
export function bar() {
    const total = store.services.size;
    const parts = Object.keys(STATES)
        .map(state => [state, tally(state)])
        .filter(([, n]) => n);
    let x = 0;
    return total
        ? s(
              'svg.bar',
              {viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
              ...parts.map(([state, n]) => {
                  const width = (n / total) * 100;
                  x += width;
                  return s('rect', {class: state, x: x - width, y: 0, width, height: 1});
              })
          )
        : '';
}
