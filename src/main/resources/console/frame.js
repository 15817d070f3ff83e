// What stands around every page: where one is, whether what is seen is true, and how all is at a glance in the tab.
import {h, kept, morphChildren, soon} from './dom.js';
import {current} from './router.js';
import {link} from './stream.js';
import {shape} from './state.js';
import {failing, mayAct, store} from './store.js';
import {clock, lasting} from './time.js';

const PAGES = [
    ['/', 'Overview'],
    ['/events', 'Events'],
    ['/log', 'Log'],
    ['/about', 'About']
];
const LOOKS = {auto: ['◐', 'as the system'], light: ['☀', 'light'], dark: ['☾', 'dark']};
const MODES = {
    connecting: ['polling', 'connecting'],
    live: ['live', 'live'],
    polling: ['polling', 'every 5 s'],
    lost: ['lost', 'no answer']
};
const element = id => document.getElementById(id);

function here(path) {
    const at = location.pathname;
    return path === at || (path === '/' && at.startsWith('/service/'));
}

function drawNav() {
    const bad = failing().length;
    morphChildren(
        element('nav'),
        PAGES.filter(([path]) => path !== '/log' || mayAct()).map(([path, text]) =>
            h(
                'a',
                {href: path, 'aria-current': here(path) ? (path === location.pathname ? 'page' : 'true') : null},
                text,
                path === '/' && bad ? h('span.badge', {}, String(bad), h('span.visually-hidden', {}, ' failing')) : ''
            )
        )
    );
}

function drawLink() {
    const [mark, text] = MODES[link.mode];
    element('link').className = `link ${link.mode}`;
    morphChildren(element('link'), [shape(mark, 12), h('span', {}, text)]);
    element('link').title =
        {live: 'Changes are shown as they happen', polling: 'The stream of changes is not there: the daemon is asked every 5 s'}[
            link.mode
        ] ?? '';
    drawBanner();
}

const ACCESS = {401: 'You are not logged in any more. Load the page again to log in.', 403: 'You may not see this any more.'};

function drawBanner() {
    const banner = element('banner');
    const lost = link.mode === 'lost';
    document.documentElement.classList.toggle('stale', lost);
    if (!lost) {
        banner.hidden = true;
        banner.replaceChildren();
        return;
    }
    const age = link.heard ? ` What you see is ${lasting((Date.now() - link.heard) / 1000)} old, from ${clock(link.heard)}.` : '';
    const text = (ACCESS[link.status] ?? `jmonit does not answer: ${link.why}.`) + age;
    banner.hidden = false;
    if (!banner.firstChild) {
        banner.append(h('span', {}), h('button', {type: 'button', 'data-do': 'ask'}, 'Try now'));
    }
    if (banner.firstChild.textContent !== text) {
        banner.firstChild.textContent = text;
    }
}

function drawTitle() {
    const bad = failing().length;
    const lost = link.mode === 'lost';
    const host = store.daemon?.host || 'jmonit';
    document.title = [lost ? 'no answer' : bad ? `${bad} failing` : '', current()?.title ?? '', host].filter(Boolean).join(' · ');
    const icon = `/console/${lost ? 'icongone' : bad ? 'iconbad' : 'icon'}.svg`;
    const shown = document.querySelector('link[rel=icon]');
    if (shown.getAttribute('href') !== icon) {
        shown.setAttribute('href', icon);
    }
    element('host').textContent = store.daemon?.host ?? '';
}

function drawLook() {
    const look = kept.get('look', 'auto');
    const [sign, text] = LOOKS[look] ?? LOOKS.auto;
    look === 'auto' ? delete document.documentElement.dataset.look : (document.documentElement.dataset.look = look);
    morphChildren(element('theme'), [h('span', {'aria-hidden': 'true'}, sign)]);
    element('theme').setAttribute('aria-label', `Look: ${text}. Change it`);
    element('theme').title = `Look: ${text}`;
}

function nextLook() {
    const names = Object.keys(LOOKS);
    kept.set('look', names[(names.indexOf(kept.get('look', 'auto')) + 1) % names.length]);
    drawLook();
}

export function begin() {
    element('theme').addEventListener('click', nextLook);
    drawLook();
    drawNav();
    drawLink();
    setInterval(() => link.mode === 'lost' && drawBanner(), 1000);
    document.addEventListener('page', draw);
}

export const draw = soon(() => {
    drawNav();
    drawLink();
    drawTitle();
});
