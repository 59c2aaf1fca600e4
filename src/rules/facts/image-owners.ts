/**
 * Accounts that publish operating system images, by owner id.
 * Source: the publishers' own pages (Canonical, Red Hat, Debian, SUSE, Rocky Linux, AlmaLinux, CentOS) and, for Amazon, DescribeImages.
 */
const VENDORS: Readonly<Record<string, string>> = {
  '099720109477': 'Canonical',
  '309956199498': 'Red Hat',
  '136693071363': 'Debian',
  '013907871322': 'SUSE',
  '792107900819': 'Rocky Linux',
  '764336703387': 'AlmaLinux',
  '125523088429': 'CentOS',
  '137112412989': 'Amazon',
  '801119661308': 'Amazon (Windows)',
  '591542846629': 'Amazon (ECS)',
  '602401143452': 'Amazon (EKS)',
};

/** Who publishes the image, where that is Amazon, the AWS Marketplace or a known operating system vendor. */
export function vendorOf(image: { readonly OwnerId?: string | undefined; readonly ImageOwnerAlias?: string | undefined }): string | undefined {
  if (image.ImageOwnerAlias === 'amazon') return 'Amazon';
  if (image.ImageOwnerAlias === 'aws-marketplace') return 'AWS Marketplace';
  return image.OwnerId !== undefined && Object.hasOwn(VENDORS, image.OwnerId) ? VENDORS[image.OwnerId] : undefined;
}
