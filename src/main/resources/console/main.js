// Puts the parts together.
import * as action from './action.js';
import * as frame from './frame.js';
import * as hush from './hush.js';
import * as keys from './keys.js';
import * as stream from './stream.js';
import {about} from './about.js';
import {events} from './events.js';
import {log} from './log.js';
import {overview} from './overview.js';
import {current, go, route, start} from './router.js';
import {servicePage} from './service.js';
import {address} from './state.js';
import {listen} from './store.js';

route(/^\/$/, overview);
route(/^\/service\/(.+)$/, servicePage);
route(/^\/events$/, events);
route(/^\/log$/, log);
route(/^\/(?:about|_runtime)$/, about);
// Monit has the page of a service under its bare name.
route(/^\/(.+)$/, name => {
    queueMicrotask(() => go(address(name), true));
    return {title: name, view: ''};
});

listen((kind, names) => {
    current()?.update?.(kind, names);
    frame.draw();
});
action.attend();
hush.attend();
keys.attend();
frame.begin();
start();
stream.begin();
