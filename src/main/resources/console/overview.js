// Is all well? What is wrong, first; then all there is.
import { count, h, kept, morph, morphChildren, s, soon } from './dom.js';
import { row, sparkOf } from './row.js';
import { bySuspicion, names, problem } from './problem.js';
import { shape, STATES } from './state.js';
import { mayAct, store } from './store.js';
import { askable } from './time.js';
import { requery } from './router.js';

const MOST_CARDS = 12;
const NO_GROUP = 'in no group';
const GROUPINGS = {group: 'by group', type: 'by type', none: 'as in the file'};
const folded = new Set();

export function headline() {
    const all = [...store.services.values()];
    const n = state => all.filter(service => service.state === state).length;
    const [bad, unwatched, fresh] = [n('failing'), n('unmonitored'), n('initialising')];
    if (!store.known) {
        return ['connecting', 'Waiting for the daemon …'];
    }
    if (!all.length) {
        return ['unmonitored', 'There is nothing to watch: the control file names no service'];
    }
    if (bad) {
        return ['failing', bad === all.length ? (bad === 1 ? 'The only service is failing' : `All ${count(bad)} services are failing`)
            : `${count(bad)} of ${count(all.length)} services ${bad === 1 ? 'is' : 'are'} failing`];
    }
    if (fresh) {
        return ['initialising', `Nothing is failing so far; ${count(fresh)} of ${count(all.length)} services ${fresh === 1 ? 'is' : 'are'} still to be looked at`];
    }
    if (unwatched === all.length) {
        return ['unmonitored', `Nothing is being watched: all ${count(all.length)} services are left alone`];
    }
    return unwatched ? ['ok', `Nothing is failing; ${count(unwatched)} of ${count(all.length)} services ${unwatched === 1 ? 'is' : 'are'} not being watched`]
        : ['ok', all.length === 1 ? 'All is well: the service is OK' : `All is well: ${count(all.length)} services are OK`];
}

function groupsOf(service, by) {
    switch (by) {
        case 'type': return [service.title];
        case 'group': return service.groups.length ? service.groups : [NO_GROUP];
        default: return ['all'];
    }
}

/** Every word has to be found somewhere. */
function matches(service, query, state) {
    const text = [service.name, service.title, service.status, ...service.groups, ...service.failures.map(f => f.because)].join(' ').toLowerCase();
    return (!state || service.state === state) && query.toLowerCase().split(/\s+/).every(part => text.includes(part));
}

export function overview() {
    const parameters = new URLSearchParams(location.search);
    const choice = {q: parameters.get('q') ?? '', state: parameters.get('state') ?? '', by: parameters.get('by') ?? kept.get('by', '')};
    const rows = new Map();

    const head = h('div.head', {});
    const problems = h('div.problems', {});
    const search = h('input', {type: 'search', id: 'search', placeholder: 'Search', 'aria-label': 'Search services', value: choice.q, autocomplete: 'off', spellcheck: 'false',
        oninput: () => chosen({q: search.value})});
    const by = h('select', {id: 'by', 'aria-label': 'Order of the services', onchange: () => {
        kept.set('by', by.value);
        chosen({by: by.value});
    }}, ...Object.entries(GROUPINGS).map(([value, text]) => h('option', {value}, text)));
    const chips = h('div.chips', {role: 'group', 'aria-label': 'Filter by state'});
    const list = h('div.list', {});
    const found = h('p.visually-hidden', {role: 'status'});
    const view = h('div.overview', {}, head, problems,
        h('div.tools', {}, h('label.search', {}, search, h('kbd', {'aria-hidden': 'true'}, '/')), chips, by), found, list);
    chips.addEventListener('click', event => {
        const chip = event.target.closest('button');
        if (chip) {
            chosen({state: chip.dataset.state === choice.state ? '' : chip.dataset.state});
        }
    });
    list.addEventListener('click', event => {
        const button = event.target.closest('button');
        if (button?.matches('.fold')) {
            const name = button.dataset.group;
            folded[folded.has(name) ? 'delete' : 'add'](name);
            drawList();
        } else if (button?.matches('.all')) {
            search.value = '';
            chosen({q: '', state: ''});
            search.focus();
        }
    });

    function chosen(change) {
        Object.assign(choice, change);
        requery({q: choice.q, state: choice.state, by: parameters.get('by') ? choice.by : ''});
        drawChips();
        drawList();
        found.textContent = `${count(shown().length)} services shown`;
    }

    const grouping = () => choice.by || (store.groups.length ? 'group' : 'type');
    const shown = () => [...store.services.values()].filter(service => matches(service, choice.q, choice.state));

    function drawHead() {
        const [state, text] = headline();
        const daemon = store.daemon;
        morphChildren(head, [
            h('h1', {class: state}, shape(state === 'connecting' ? 'initialising' : state, 28), h('span', {}, text)),
            daemon ? h('p.about', {}, `${daemon.program} on ${daemon.host || 'this machine'}, up `, askable(daemon.began, 'lasting'), ', checks every ', h('span.nobr', {}, `${daemon.poll} s`),
                mayAct() ? h('button.quiet', {type: 'button', 'data-do': 'daemon', 'data-action': 'validate'}, 'Check now') : h('span.reader', {}, 'You may look, not act')) : '',
            bar()]);
    }

    function bar() {
        const total = store.services.size;
        const parts = Object.keys(STATES).map(state => [state, tally(state)]).filter(([, n]) => n);
        let x = 0;
        return total ? s('svg.bar', {viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, ...parts.map(([state, n]) => {
            const width = n / total * 100;
            x += width;
            return s('rect', {class: state, x: x - width, y: 0, width, height: 1});
        })) : '';
    }

    const tally = state => [...store.services.values()].filter(service => service.state === state).length;

    function drawProblems() {
        const wrong = bySuspicion([...store.services.values()].filter(service => service.state === 'failing'));
        const unwatched = [...store.services.values()].filter(service => service.state === 'unmonitored');
        const more = wrong.slice(MOST_CARDS);
        morphChildren(problems, [
            ...wrong.slice(0, MOST_CARDS).map(problem),
            more.length ? h('p.others', {'data-key': ' more'}, shape('failing', 14), 'And ', ...names(more, 'failing')) : '',
            unwatched.length && unwatched.length < store.services.size
                ? h('p.others', {'data-key': ' unwatched'}, shape('unmonitored', 14), ...names(unwatched, 'not being watched')) : '']);
    }

    function drawChips() {
        const chip = (state, text, n) => h('button', {type: 'button', 'data-state': state, class: state || 'all', 'aria-pressed': String(choice.state === state)},
            state ? shape(state, 13) : '', `${text} `, h('b', {}, count(n)));
        morphChildren(chips, [chip('', 'All', store.services.size),
            ...Object.entries(STATES).filter(([state]) => tally(state) || state === choice.state).map(([state, {word}]) => chip(state, word, tally(state)))]);
    }

    function drawList() {
        by.value = grouping();
        const groups = grouped();
        const fresh = [...groups].map(([group, services]) => section(group, services));
        morphChildren(list, fresh.length ? fresh : [store.services.size
            ? h('p.empty', {}, 'No service is like that. ', h('button.quiet.all', {type: 'button'}, 'Show all')) : '']);
        rows.clear();
        for (const element of list.querySelectorAll('li.row')) {
            const name = element.dataset.service;
            rows.set(name, [...rows.get(name) ?? [], element]);
        }
    }

    /** Services of no group come last. */
    function grouped() {
        const groups = new Map();
        for (const service of shown()) {
            for (const group of groupsOf(service, grouping())) {
                groups.has(group) ? groups.get(group).push(service) : groups.set(group, [service]);
            }
        }
        const rest = groups.get(NO_GROUP);
        if (rest) {
            groups.delete(NO_GROUP);
            groups.set(NO_GROUP, rest);
        }
        return groups;
    }

    function section(group, services) {
        const open = !folded.has(group);
        return h('section.group', {'data-key': group}, sectionHead(group, services),
            h('ul.rows', {hidden: !open}, ...open ? services.map(service => row(service, service.name)) : []));
    }

    function sectionHead(group, services) {
        if (grouping() === 'none') {
            return h('header', {}, h('h2.visually-hidden', {}, 'All services'));
        }
        const bad = services.filter(service => service.state === 'failing').length;
        return h('header', {}, h('h2', {}, h('button.fold', {type: 'button', 'aria-expanded': String(!folded.has(group)), 'data-group': group},
            s('svg.arrow', {viewBox: '0 0 10 10', width: 10, height: 10, 'aria-hidden': 'true'}, s('path', {d: 'M3 1.5L7 5 3 8.5', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6})),
            group, h('span.tally', {}, count(services.length), bad ? h('span.bad', {}, ` · ${count(bad)} failing`) : ''))),
            mayAct() && grouping() === 'group' && group !== NO_GROUP
                ? h('button.more', {type: 'button', 'data-do': 'choose', 'data-group': group, 'aria-label': `Actions for the group ${group}`, title: 'Actions for the group'}, '⋯') : '');
    }

    const drawTop = soon(() => {
        drawHead();
        drawProblems();
        drawChips();
    });

    function drawRows(changed) {
        for (const name of changed) {
            const service = store.services.get(name);
            (rows.get(name) ?? []).forEach(element => morph(element, row(service, name)));
        }
        const groups = grouped();
        for (const element of list.querySelectorAll('section.group')) {
            morph(element.firstChild, sectionHead(element.dataset.key, groups.get(element.dataset.key) ?? []));
        }
    }

    function drawSparks() {
        for (const [name, elements] of rows) {
            const service = store.services.get(name);
            for (const old of elements.flatMap(element => [...element.querySelectorAll('[data-spark]')])) {
                const reading = service?.readings.find(r => r.id === old.dataset.spark);
                if (reading) {
                    old.replaceWith(sparkOf(service, reading));
                }
            }
        }
    }

    return {
        title: '',
        view,
        update(kind, changed) {
            switch (kind) {
                case 'all':
                    drawList();
                    drawTop();
                    break;
                case 'change':
                    choice.state || choice.q ? drawList() : drawRows(changed);
                    drawTop();
                    break;
                case 'sparks':
                    drawSparks();
                    drawTop();
                    break;
                case 'event':
                    drawTop();
                    break;
            }
        }
    };
}
