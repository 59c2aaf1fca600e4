export {
  CostExplorerClient,
  GetCostAndUsageCommand,
  GetCostAndUsageWithResourcesCommand,
  GetCostForecastCommand,
  GetDimensionValuesCommand,
  GetTagsCommand,
  ListCostAllocationTagsCommand,
  GetReservationUtilizationCommand,
  GetReservationCoverageCommand,
  GetSavingsPlansUtilizationCommand,
  GetSavingsPlansCoverageCommand,
} from '@aws-sdk/client-cost-explorer';
