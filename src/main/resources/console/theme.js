// Runs before anything is drawn, so that a chosen look does not flash in the other one.
'use strict';
try {
    const look = localStorage.getItem('jmonit.look');
    if (look === 'light' || look === 'dark') {
        document.documentElement.dataset.look = look;
    }
} catch {
    // Without storage the look is that of the system.
}
