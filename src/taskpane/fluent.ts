/*
 * What the pane uses of Fluent UI, apart from its tokens. Fields and lists are the browser's own elements in Fluent's
 * colours: a form of sixty fields is there at once, and every screen reader and every Safari knows them.
 */
import "@fluentui/web-components/accordion/define.js";
import "@fluentui/web-components/accordion-item/define.js";
import "@fluentui/web-components/button/define.js";
