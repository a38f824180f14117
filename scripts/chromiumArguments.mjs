/**
 * The command line that tests and bench start Chromium with: no first-run pages, no background traffic, no sandbox
 * (which root in a container cannot have), and the software renderer for WebGL where there is no GPU.
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
];
