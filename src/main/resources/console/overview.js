// What is wrong, first; then all there is.
import {silenced} from './calm.js';
import {count, h, kept, morphChildren, soon} from './dom.js';
import {bar, headline, tally} from './headline.js';
import {serviceList} from './list.js';
import {bySuspicion, names, problem} from './problem.js';
import {requery} from './router.js';
import {givenUp, shape, STATES} from './state.js';
import {mayAct, store} from './store.js';
import {askable} from './time.js';

const MOST_CARDS = 40;
/** Where more is wrong than this, less is said about each. */
const MOST_WORDY = 6;
const GROUPINGS = {group: 'by group', type: 'by type', none: 'as in the file'};

const all = state => [...store.services.values()].filter(service => service.state === state);

const checkNow = () =>
    mayAct()
        ? [
              h('button.quiet', {type: 'button', 'data-do': 'daemon', 'data-action': 'validate'}, 'Check now'),
              h('button.quiet', {type: 'button', 'data-do': 'silence'}, 'Silence all …')
          ]
        : h('span.reader', {}, 'You may look, not act');

function machine(daemon) {
    const where = `${daemon.program} on ${daemon.host || 'this machine'}, up `;
    const poll = h('span.nobr', {}, `${daemon.poll} s`);
    return h('p.about', {}, where, askable(daemon.started, 'lasting'), ', checks every ', poll, ' ', checkNow());
}

function drawHead(head) {
    const [state, text] = headline();
    const title = h('h1', {class: state}, shape(STATES[state] ? state : 'initialising', 28), h('span', {}, text));
    morphChildren(head, [title, store.daemon ? machine(store.daemon) : '', bar()]);
}

const others = (key, mark, ...text) => h('p.others', {'data-key': ` ${key}`}, shape(mark, 14), ...text);

function drawProblems(problems) {
    const wrong = [...bySuspicion(all('failing')), ...bySuspicion(all('unmonitored').filter(givenUp))];
    const unwatched = all('unmonitored').filter(service => !givenUp(service));
    const more = wrong.slice(MOST_CARDS);
    morphChildren(problems, [
        ...wrong.slice(0, MOST_CARDS).map(service => problem(service, wrong.length > MOST_WORDY)),
        more.length ? others('more', 'failing', 'And ', ...names(more, 'failing')) : '',
        unwatched.length && unwatched.length < store.services.size
            ? others('unwatched', 'unmonitored', ...names(unwatched, 'not being watched'))
            : '',
        ...silenced()
    ]);
}

function drawChips(chips, chosen) {
    const chip = (state, text, n) =>
        h(
            'button',
            {type: 'button', 'data-state': state, class: state || 'all', 'aria-pressed': String(chosen === state)},
            state ? shape(state, 13) : '',
            `${text} `,
            h('b', {}, count(n))
        );
    const states = Object.entries(STATES).filter(([state]) => tally(state) || state === chosen);
    morphChildren(chips, [chip('', 'All', store.services.size), ...states.map(([state, {word}]) => chip(state, word, tally(state)))]);
}

/** What of the overview is asked for, by the address and by what was chosen last. */
function chosenBefore() {
    const parameters = new URLSearchParams(location.search);
    const of = name => parameters.get(name) ?? '';
    return {q: of('q'), state: of('state'), by: of('by') || kept.get('by', '')};
}

export function overview() {
    const choice = chosenBefore();
    const list = serviceList(choice);
    const head = h('div.head');
    const problems = h('div.problems');
    const found = h('p.visually-hidden', {role: 'status'});
    const words = {placeholder: 'Search', 'aria-label': 'Search services', autocomplete: 'off', spellcheck: 'false'};
    const search = h('input', {type: 'search', id: 'search', value: choice.q, ...words});
    const orders = Object.entries(GROUPINGS).map(([value, text]) => h('option', {value}, text));
    const by = h('select', {id: 'by', 'aria-label': 'Order of the services'}, ...orders);
    const chips = h('div.chips', {role: 'group', 'aria-label': 'Filter by state'});
    const tools = h('div.tools', {}, h('label.search', {}, search, h('kbd', {'aria-hidden': 'true'}, '/')), chips, by);

    function choose(change) {
        Object.assign(choice, change);
        requery({q: choice.q, state: choice.state});
        drawChips(chips, choice.state);
        drawList();
        found.textContent = `${count(list.shown().length)} services shown`;
    }

    function drawList() {
        list.draw();
        by.value = list.grouping();
    }

    search.addEventListener('input', () => choose({q: search.value}));
    by.addEventListener('change', () => {
        kept.set('by', by.value);
        choose({by: by.value});
    });
    chips.addEventListener('click', event => {
        const state = event.target.closest('button')?.dataset.state;
        if (state !== undefined) {
            choose({state: state === choice.state ? '' : state});
        }
    });
    list.view.addEventListener('click', event => {
        if (event.target.closest('button.all')) {
            search.value = '';
            choose({q: '', state: ''});
            search.focus();
        }
    });

    const drawTop = soon(() => {
        tools.hidden = store.known && !store.services.size;
        drawHead(head);
        drawProblems(problems);
        drawChips(chips, choice.state);
    });

    return {
        title: '',
        view: h('div.overview', {}, head, problems, tools, found, list.view),
        leave: list.leave,
        update(kind, changed) {
            if (kind === 'all') {
                drawList();
            } else if (kind === 'change') {
                list.change(changed);
            } else if (kind === 'sparks') {
                list.drawSparks();
            }
            drawTop();
        }
    };
}
