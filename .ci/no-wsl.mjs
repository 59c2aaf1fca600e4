// Stands in for wsl-utils in the bundle: see build.mjs.
export const isWsl = false;
export const powerShellPath = () => Promise.resolve('powershell.exe');
