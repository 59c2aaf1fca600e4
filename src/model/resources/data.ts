import * as z from 'zod';
import { bool, num, part, resource, str, time } from './base.ts';

export const DbInstance = resource({
  DBInstanceIdentifier: z.string(),
  DBInstanceArn: str,
  DBInstanceClass: str,
  DBInstanceStatus: str,
  Engine: str,
  EngineVersion: str,
  EngineLifecycleSupport: str,
  MultiAZ: bool,
  PubliclyAccessible: bool,
  StorageEncrypted: bool,
  StorageType: str,
  AllocatedStorage: num,
  BackupRetentionPeriod: num,
  DeletionProtection: bool,
  AutoMinorVersionUpgrade: bool,
  AvailabilityZone: str,
  DBClusterIdentifier: str,
  Endpoint: part({ Address: str, Port: num }).optional(),
  DBSubnetGroup: part({ VpcId: str, Subnets: z.array(part({ SubnetIdentifier: str })).optional() }).optional(),
  VpcSecurityGroups: z.array(part({ VpcSecurityGroupId: str, Status: str })).optional(),
});
export type DbInstance = z.infer<typeof DbInstance>;

export const DbCluster = resource({
  DBClusterIdentifier: z.string(),
  DBClusterArn: str,
  Engine: str,
  EngineVersion: str,
  EngineLifecycleSupport: str,
  MultiAZ: bool,
  StorageEncrypted: bool,
  BackupRetentionPeriod: num,
  DeletionProtection: bool,
  Endpoint: str,
  Port: num,
  AvailabilityZones: z.array(z.string()).optional(),
  DBClusterMembers: z.array(part({ DBInstanceIdentifier: str, IsClusterWriter: bool })).optional(),
});
export type DbCluster = z.infer<typeof DbCluster>;

/** Manual snapshots that any account may restore. */
export const PublicDbSnapshot = resource({ DBSnapshotIdentifier: z.string(), DBSnapshotArn: str, DBInstanceIdentifier: str, SnapshotCreateTime: time });
export type PublicDbSnapshot = z.infer<typeof PublicDbSnapshot>;

export const ReplicationGroup = resource({
  ReplicationGroupId: z.string(),
  ARN: str,
  AutomaticFailover: str,
  MultiAZ: str,
  AtRestEncryptionEnabled: bool,
  TransitEncryptionEnabled: bool,
  ConfigurationEndpoint: part({ Address: str, Port: num }).optional(),
  NodeGroups: z.array(part({ PrimaryEndpoint: part({ Address: str, Port: num }).optional() })).optional(),
});
export type ReplicationGroup = z.infer<typeof ReplicationGroup>;

export const CacheCluster = resource({
  CacheClusterId: z.string(),
  ARN: str,
  Engine: str,
  EngineVersion: str,
  NumCacheNodes: num,
  ReplicationGroupId: str,
  AtRestEncryptionEnabled: bool,
  TransitEncryptionEnabled: bool,
});
export type CacheCluster = z.infer<typeof CacheCluster>;

export const FileSystem = resource({ FileSystemId: z.string(), FileSystemArn: str, Encrypted: bool, NumberOfMountTargets: num, Name: str });
export type FileSystem = z.infer<typeof FileSystem>;

/** `SecurityGroups` is added by the collector from DescribeMountTargetSecurityGroups. */
export const MountTarget = resource({
  MountTargetId: z.string(), FileSystemId: z.string(), SubnetId: str, IpAddress: str, NetworkInterfaceId: str, VpcId: str,
});
export type MountTarget = z.infer<typeof MountTarget>;

/** id: the resource's ARN: AWS Backup has a recovery point of it. */
export const ProtectedResource = resource({ ResourceArn: z.string(), ResourceType: str, LastBackupTime: time });
export type ProtectedResource = z.infer<typeof ProtectedResource>;
