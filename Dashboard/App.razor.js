// What the shell does in the browser by itself. Each module listens on the document, so that it does not matter when
// the server puts the parts there.
document.documentElement.dataset.scripted = '';
// A tree that was put away must not be seen until its script runs.
try { if (localStorage.getItem('tree') === 'closed') document.documentElement.dataset.tree = 'closed'; } catch { /* Nothing is kept where the browser keeps nothing. */ }

import './Layout/Menu.razor.js';
import './Layout/ThemeChoice.razor.js';
import './Layout/LiveBadge.razor.js';
import './Layout/Reconnect.razor.js';
import './Layout/PeriodPicker.razor.js';
import './Committees/CommitteeSwitcher.razor.js';
import './Access/PasswordField.razor.js';
import './Entry/KeptCells.razor.js';
