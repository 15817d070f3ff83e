// What is known of the daemon and its services. Pages read it, and are told what changed.
import {get} from './api.js';
import {setClock} from './time.js';

const MOST_EVENTS = 500;
const SPARKS_EVERY = 60_000;

export const store = {
    known: false,
    at: null,
    daemon: null,
    /** By name, in the order of the control file. */
    services: new Map(),
    groups: [],
    /** Newest first. */
    events: [],
    sparks: {}
};

const listeners = new Set();

/** Calls listener(kind, names): 'all', 'change' with the names of services, 'event', 'sparks' or 'link'. Returns how to end that. */
export function listen(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

export function tell(kind, names = []) {
    listeners.forEach(listener => listener(kind, names));
}

/** The whole answer of /services. */
export function takeAll(answer) {
    const first = !store.known;
    const before = store.services;
    const names = answer.services.map(service => service.name);
    const sameShape = !first && JSON.stringify([...before.keys()]) === JSON.stringify(names);
    const changed = answer.services.filter(service => JSON.stringify(service) !== JSON.stringify(before.get(service.name)));
    Object.assign(store, {
        known: true,
        at: answer.at,
        daemon: answer.daemon,
        groups: answer.groups,
        services: new Map(answer.services.map(service => [service.name, service]))
    });
    setClock(answer.at);
    sameShape
        ? tell(
              'change',
              changed.map(service => service.name)
          )
        : tell('all');
    if (first) {
        catchUp();
        takeSparks();
    }
}

/** Some services as they are now. */
export function takeChange(change) {
    store.at = change.at;
    setClock(change.at);
    change.services.forEach(service => store.services.set(service.name, service));
    tell(
        'change',
        change.services.map(service => service.name)
    );
}

/** Events in any order, known ones among them. */
export function takeEvents(events) {
    const known = new Set(store.events.map(event => event.id));
    const fresh = events.filter(event => !known.has(event.id));
    if (fresh.length) {
        store.events = [...fresh, ...store.events].sort((a, b) => b.id - a.id).slice(0, MOST_EVENTS);
        tell('event', [...new Set(fresh.map(event => event.service))]);
    }
}

/** The events of late: what jmonit did about that which is wrong. */
export async function catchUp() {
    try {
        takeEvents((await get('events', {limit: 200})).events);
    } catch {
        // They are missed where they would be shown; the link tells whether the daemon is there.
    }
}

async function takeSparks() {
    try {
        store.sparks = (await get('sparks')).services;
        tell('sparks');
    } catch {
        // As above: the next ones come in a minute.
    }
}

export const failing = () => [...store.services.values()].filter(service => service.state === 'failing');

export const mayAct = () => store.daemon !== null && !store.daemon.readOnly;

setInterval(() => {
    if (store.known && !document.hidden) {
        takeSparks();
    }
}, SPARKS_EVERY);
