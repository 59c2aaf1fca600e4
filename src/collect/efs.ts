import { textOf } from '../aws/index.ts';
import { listing, question, type Listing } from './listing.ts';

const PAGE = { MaxItems: 100 };

export const efs: readonly Listing[] = [
  listing('fileSystem', { items: 'FileSystems[]', input: PAGE, id: 'FileSystemId', arn: 'FileSystemArn', tags: 'Tags' }),
  listing('mountTarget', {
    items: 'MountTargets[]', input: PAGE, id: 'MountTargetId',
    each: {
      of: ['fileSystem'], ids: (item) => [textOf(item['FileSystemId'])], batch: 1, names: 'FileSystemId', input: ([FileSystemId = '']) => ({ FileSystemId }),
    },
  }),
  question('mountTargetSecurityGroups', 'efs', 'DescribeMountTargetSecurityGroups', {
    action: 'elasticfilesystem:DescribeMountTargetSecurityGroups', completes: 'mountTarget', items: '',
    each: {
      of: ['mountTarget'], ids: (item) => [textOf(item['MountTargetId'])], batch: 1, names: 'MountTargetId', answer: 'SecurityGroups', input: ([MountTargetId = '']) => ({ MountTargetId }),
    },
    adds: (item, { parentId = '' }) => [{ kind: 'mountTarget', id: parentId, fields: { SecurityGroups: item['SecurityGroups'] ?? [] } }],
  }),
];
