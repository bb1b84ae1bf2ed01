/*
 * The content security policy of the pane's page; docs/content-security-policy.md says why each line is there.
 * The build puts it into taskpane.html, so that every place that serves the page has the same.
 */
const officeJs = "https://appsforoffice.microsoft.com";

export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' ${officeJs} https://ajax.aspnetcdn.com`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "worker-src 'self'",
  `frame-src ${officeJs}`,
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
