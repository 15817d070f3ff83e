// Keeps the store up to date: by the daemon's stream of events, and by asking where there is none.
import {get} from './api.js';
import {catchUp, store, takeAll, takeChange, takeEvents, tell} from './store.js';

/** Without a word for this long the daemon is asked whether it is there. */
const QUIET = 20_000;
const ASK_EVERY = 5_000;
const ASK_EVERY_HIDDEN = 30_000;
const TRY_STREAM_EVERY = 30_000;
/** The first word is not waited for: a proxy may hold the stream back. */
const FIRST_WORD = 1_500;
/** A page nobody looks at gives its connection back: a browser has six for all of them. */
const HIDDEN_FOR = 30_000;

/** mode is 'connecting', 'live', 'polling' or 'lost'; heard is when the daemon last said something, why is what came instead. */
export const link = {mode: 'connecting', heard: 0, why: '', status: 0};

let source = null;
let opened = 0;
let asked = 0;
let asking = false;
let due = false;
let hiding = 0;

function become(mode, why = '', status = 0) {
    const changed = link.mode !== mode || link.why !== why;
    Object.assign(link, {mode, why, status});
    if (changed) {
        tell('link');
    }
}

function heard() {
    link.heard = Date.now();
    become(source?.readyState === EventSource.OPEN ? 'live' : 'polling');
}

function open() {
    opened = Date.now();
    source?.close();
    source = new EventSource('/api/v1/stream');
    on('services', takeAll);
    on('change', takeChange);
    on('event', event => takeEvents([event]));
    // It ends with that, and the next one is of the new control file.
    on('reload', () => {
        open();
        askSoon();
    });
    source.onerror = askSoon;
}

function on(name, take) {
    const mine = source;
    mine.addEventListener(name, message => {
        if (mine === source) {
            take(message.data ? JSON.parse(message.data) : {});
            heard();
        }
    });
}

function askSoon() {
    due = true;
}

/** Asks for everything at once. */
export async function askNow() {
    if (asking) {
        return;
    }
    asking = true;
    due = false;
    asked = Date.now();
    try {
        const answer = await get('services', {}, 8_000);
        const returned = link.mode === 'lost';
        takeAll(answer);
        heard();
        if (returned || link.mode === 'polling') {
            await catchUp();
        }
        if (returned) {
            open();
        }
    } catch (refusal) {
        become('lost', refusal.message, refusal.status);
    } finally {
        asking = false;
    }
}

function watch() {
    const time = Date.now();
    const every = document.hidden ? ASK_EVERY_HIDDEN : ASK_EVERY;
    const streaming = source?.readyState === EventSource.OPEN && (store.known || time - opened < FIRST_WORD);
    const quiet = time - link.heard > QUIET;
    if (due || (time - asked > every && (streaming ? quiet : time - opened > FIRST_WORD))) {
        askNow();
    }
    if (source?.readyState === EventSource.CLOSED && !document.hidden && time - opened > TRY_STREAM_EVERY) {
        open();
    }
    if (link.mode === 'live' && !streaming) {
        become('polling');
    }
}

function looked() {
    clearTimeout(hiding);
    if (document.hidden) {
        hiding = setTimeout(() => source?.close(), HIDDEN_FOR);
    } else if (source?.readyState === EventSource.CLOSED) {
        open();
        askSoon();
    } else if (Date.now() - link.heard > QUIET) {
        askSoon();
    }
}

export function begin() {
    open();
    setInterval(watch, 500);
    document.addEventListener('visibilitychange', looked);
    addEventListener('online', askSoon);
    // A page that is left must not hold its connection from the cache of the browser.
    addEventListener('pagehide', () => source?.close());
    addEventListener('pageshow', event => event.persisted && looked());
}
