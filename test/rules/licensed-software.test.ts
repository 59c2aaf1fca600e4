import { licensedSoftware } from '../../src/rules/licensed-software.ts';
import { component, running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const linux = { PlatformDetails: 'Linux/UNIX', UsageOperation: 'RunInstances' };

truthTable(licensedSoftware, 'i-1', [
  ['plain Linux', 'pass', { instance: [running(linux)] }],
  ['Linux, by the platform alone', 'pass', { instance: [running({ PlatformDetails: 'Linux/UNIX' })] }],
  ['Windows', 'fail info', { instance: [running({ PlatformDetails: 'Windows', UsageOperation: 'RunInstances:0002' })] }, { says: /Windows Server \(UsageOperation RunInstances:0002\)/ }],
  ['Windows with SQL Server Standard', 'fail info', { instance: [running({ UsageOperation: 'RunInstances:0006' })] }, { says: /SQL Server Standard/ }],
  ['Red Hat, an operation that the table does not hold', 'fail info', { instance: [running({ PlatformDetails: 'Red Hat Enterprise Linux', UsageOperation: 'RunInstances:9999' })] }, { says: /Red Hat/ }],
  ['a marketplace product', 'fail info', { instance: [running({ ...linux, ProductCodes: [{ ProductCodeId: 'abc123', ProductCodeType: 'marketplace' }] })] }, { says: /abc123 \(marketplace\)/ }],
  ['a dedicated host', 'fail high', { instance: [running({ ...linux, Placement: { Tenancy: 'host', HostId: 'h-1' } })] }, { says: /host on h-1/ }],
  ['a dedicated instance', 'fail info', { instance: [running({ ...linux, Placement: { Tenancy: 'dedicated' } })] }],
  ['Oracle in the script', 'fail info', { instance: [running(linux)] }, { insight: { components: [component('oracle-database')] } }],
  ['nothing said', 'unknown', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
