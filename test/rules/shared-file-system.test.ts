import { sharedFileSystem } from '../../src/rules/shared-file-system.ts';
import { boot, figure } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const FS = 'fs-0123456789abcdef0';
const efs = { fileSystem: [{ id: FS, FileSystemId: FS }], mountTarget: [{ id: 'fsmt-1', MountTargetId: 'fsmt-1', FileSystemId: FS }] };
// Two weeks have 20,160 minutes, and each publishes its connections.
const clients = (each: number, coverage = 1) => ({ baseline: { utilisation: [figure('ClientConnections', 'Sum', each * 20_160 * coverage, { namespace: 'AWS/EFS', resourceId: FS, coverage })] } });
const mounts = (...resourceIds: string[]) => ({
  insight: { boot: resourceIds.map((resourceId) => boot({ resourceId, endpoints: [{ host: `${FS}.efs.eu-west-1.amazonaws.com`, port: 2049, kind: 'nfs', line: 5 }] })) },
});

truthTable(sharedFileSystem, FS, [
  ['two clients', 'fail medium', efs, { ...clients(2), says: /2\.0 clients at a time \(shared above 1\)/ }],
  ['one client', 'pass', efs, clients(1)],
  ['two clients in half a window', 'fail medium', efs, clients(2, 0.5)],
  ['one client in half a window', 'unknown', efs, clients(1, 0.5)],
  ['two scripts mount it', 'fail medium', efs, { ...mounts('i-1', 'i-2'), says: /i-2 names fs-/ }],
  ['a template mounts it', 'fail medium', efs, mounts('lt-1:3')],
  ['one script mounts it, clients not measured', 'unknown', efs, mounts('i-1')],
  ['nobody knows', 'unknown', efs],
  ['no mount targets', 'not-applicable', { ...efs, mountTarget: [] }],
  ['no mount targets among those that arrived', 'unknown', { ...efs, mountTarget: [] }, { partial: ['mountTarget'] }],
  ['mount targets denied', 'unknown', { ...efs, mountTarget: [] }, { denied: ['mountTarget'] }],
]);
truthTable(sharedFileSystem, undefined, [['file systems denied', 'unknown', {}, { denied: ['fileSystem'] }]]);
