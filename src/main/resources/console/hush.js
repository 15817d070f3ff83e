// Silences and acknowledgements: asked for, sent, and what became of them.
import {ask, note} from './action.js';
import {post, remove} from './api.js';
import {h} from './dom.js';
import {store} from './store.js';
import {askNow} from './stream.js';

const LENGTHS = {900: '15 minutes', 3600: '1 hour', 7200: '2 hours', 28800: '8 hours', 86400: '1 day', 604800: '1 week'};
const USUAL = '3600';
const LONGEST_REASON = 500;

/** Enter means yes, not the first button there is. */
function submits(event) {
    if (event.key === 'Enter') {
        event.preventDefault();
        event.target.form.requestSubmit(event.target.form.querySelector('button.go'));
    }
}

const reasonField = () => h('input', {type: 'text', maxlength: LONGEST_REASON, placeholder: 'for whoever asks', onkeydown: submits});

const field = (text, input) => h('label.field', {}, h('span', {}, text), input);

const buttons = yes => [
    ['', 'Cancel', ''],
    ['yes', yes, 'first go']
];

async function silence(what, scope) {
    const lengths = Object.entries(LENGTHS).map(([value, text]) => h('option', {value, selected: value === USUAL}, text));
    const length = h('select', {}, ...lengths);
    const reason = reasonField();
    const means = 'It is checked and acted upon as ever, but nobody is told. What still fails at the end is told then.';
    const content = [h('p', {}, means), field('For', length), field('Reason', reason)];
    if ((await ask(`Silence ${what}?`, content, buttons('Silence'))) === 'yes') {
        const body = {...scope, seconds: Number(length.value), reason: reason.value};
        await send(what, async () => {
            await post('silences', body);
            return `${what}: nobody is told for ${LENGTHS[length.value]}`;
        });
    }
}

async function unsilence(name) {
    const {id} = store.services.get(name)?.quiet ?? {};
    const sure = await ask(
        'End the silence?',
        [h('p', {}, `The silence of ${name} ends for all that it is for. What still fails is told now.`)],
        buttons('End it')
    );
    if (id && sure === 'yes') {
        await send(name, async () => {
            await remove(`silences/${id}`);
            return 'The silence has ended';
        });
    }
}

async function acknowledge(name) {
    const reason = reasonField();
    const content = [h('p', {}, 'You look after it: nobody is reminded or called until it recovers.'), field('Reason', reason)];
    if ((await ask(`Acknowledge that ${name} fails?`, content, buttons('Acknowledge'))) === 'yes') {
        await send(name, () => post('acknowledgements', {services: [name], reason: reason.value}).then(done(`${name} is acknowledged`)));
    }
}

const disown = name =>
    send(name, () => remove(`acknowledgements/${encodeURIComponent(name)}`).then(done(`${name} is not acknowledged any more`)));

/** What went wrong is thrown as if the daemon had refused it. */
const done =
    text =>
    ({results}) => {
        const bad = results.find(result => result.state === 'failed');
        if (bad) {
            throw new Error(bad.reason || 'it did not work');
        }
        return text;
    };

async function send(what, wish) {
    try {
        note(await wish(), 'good');
    } catch (refusal) {
        note(`${what}: ${refusal.message}. ${refusal.help ?? ''}`, 'bad');
    } finally {
        askNow();
    }
}

function wanted(action, {service, group}) {
    switch (action) {
        case 'silence':
            return group !== undefined
                ? silence(`the group ${group}`, {group})
                : service !== undefined
                  ? silence(service, {services: [service]})
                  : silence('all services', {all: true});
        case 'unsilence':
            return unsilence(service);
        case 'acknowledge':
            return acknowledge(service);
        case 'disown':
            return disown(service);
    }
}

/** Buttons say in their data what they are for; so do those who choose from a list. */
export function attend() {
    document.addEventListener('click', event => {
        const button = event.target.closest?.('[data-do]');
        button && wanted(button.dataset.do, button.dataset);
    });
    document.addEventListener('calm', event => wanted(event.detail.action, event.detail));
}
