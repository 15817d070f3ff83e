// All services, in groups that can be folded, filtered by words and by state.
import {count, h, morph, morphChildren, s} from './dom.js';
import {row, sparkOf} from './row.js';
import {mayAct, store} from './store.js';

const NO_GROUP = 'in no group';
/** As long as the page is open. */
const folded = new Set();

function groupsOf(service, by) {
    switch (by) {
        case 'type':
            return [service.title];
        case 'group':
            return service.groups.length ? service.groups : [NO_GROUP];
        default:
            return ['all'];
    }
}

/** Every word has to be found somewhere. */
function matches(service, query, state) {
    if (state && service.state !== state) {
        return false;
    }
    const reasons = service.failures.map(failure => failure.because);
    const text = [service.name, service.title, service.status, ...service.groups, ...reasons].join(' ').toLowerCase();
    return query.split(/\s+/).every(part => text.includes(part.toLowerCase()));
}

/** By group, in the order of the control file; services of no group come last. */
function grouped(services, by) {
    const groups = new Map();
    for (const service of services) {
        for (const group of groupsOf(service, by)) {
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

const arrow = () =>
    s(
        'svg.arrow',
        {viewBox: '0 0 10 10', width: 10, height: 10, 'aria-hidden': 'true'},
        s('path', {d: 'M3 1.5L7 5 3 8.5', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6})
    );

const groupActions = group =>
    h(
        'button.more',
        {type: 'button', 'data-do': 'choose', 'data-group': group, 'aria-label': `Actions for the group ${group}`, title: 'Actions'},
        '⋯'
    );

function sectionHead(group, services, by) {
    if (by === 'none') {
        return h('header', {}, h('h2.visually-hidden', {}, 'All services'));
    }
    const bad = services.filter(service => service.state === 'failing').length;
    const tally = h('span.tally', {}, count(services.length), bad ? h('span.bad', {}, ` · ${count(bad)} failing`) : '');
    const fold = {type: 'button', 'aria-expanded': String(!folded.has(group)), 'data-group': group};
    return h(
        'header',
        {},
        h('h2', {}, h('button.fold', fold, arrow(), h('span.what', {}, group), tally)),
        mayAct() && by === 'group' && group !== NO_GROUP ? groupActions(group) : ''
    );
}

function section(group, services, by) {
    const open = !folded.has(group);
    const rows = open ? services.map(service => row(service, service.name)) : [];
    return h('section.group', {'data-key': group}, sectionHead(group, services, by), h('ul.rows', {hidden: !open}, ...rows));
}

const nothing = () => h('p.empty', {}, 'No service is like that. ', h('button.quiet.all', {type: 'button'}, 'Show all'));

/** choice is {q, state, by}, and may change before each draw. */
export function serviceList(choice) {
    const view = h('div.list');
    const rows = new Map();
    // With many services most rows are out of sight: these are drawn anew when they come near, unless their state is another.
    const near = new Set();
    const stale = new Set();
    const sight = new IntersectionObserver(seen => seen.forEach(come), {rootMargin: '400px'});

    const grouping = () => choice.by || (store.groups.length ? 'group' : 'type');
    const shown = () => [...store.services.values()].filter(service => matches(service, choice.q, choice.state));

    function come({target, isIntersecting}) {
        isIntersecting ? near.add(target) : near.delete(target);
        const service = store.services.get(target.dataset.service);
        if (isIntersecting && stale.delete(target) && service) {
            morph(target, row(service, service.name));
        }
    }

    function draw() {
        const groups = [...grouped(shown(), grouping())];
        const sections = groups.map(([group, services]) => section(group, services, grouping()));
        morphChildren(view, sections.length || !store.services.size ? sections : [nothing()]);
        rows.clear();
        stale.clear();
        near.clear();
        sight.disconnect();
        for (const element of view.querySelectorAll('li.row')) {
            const name = element.dataset.service;
            rows.set(name, [...(rows.get(name) ?? []), element]);
            sight.observe(element);
        }
    }

    function drawRow(service) {
        for (const element of rows.get(service.name) ?? []) {
            if (near.has(element) || !element.classList.contains(service.state)) {
                morph(element, row(service, service.name));
            } else {
                stale.add(element);
            }
        }
    }

    function drawHeads() {
        const groups = grouped(shown(), grouping());
        for (const element of view.querySelectorAll('section.group')) {
            morph(element.firstChild, sectionHead(element.dataset.key, groups.get(element.dataset.key) ?? [], grouping()));
        }
    }

    /** What changed may now match, or not any more. */
    function change(names) {
        if (choice.q || choice.state) {
            draw();
        } else {
            names.forEach(name => drawRow(store.services.get(name)));
            drawHeads();
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

    view.addEventListener('click', event => {
        const group = event.target.closest('button.fold')?.dataset.group;
        if (group !== undefined) {
            folded.has(group) ? folded.delete(group) : folded.add(group);
            draw();
        }
    });

    return {view, shown, grouping, draw, change, drawSparks, leave: () => sight.disconnect()};
}
