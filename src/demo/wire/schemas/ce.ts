export {
  GetCostAndUsage$,
  GetCostAndUsageWithResources$,
  GetCostForecast$,
  GetDimensionValues$,
  GetReservationCoverage$,
  GetReservationUtilization$,
  GetSavingsPlansCoverage$,
  GetSavingsPlansUtilization$,
  GetTags$,
  ListCostAllocationTags$,
} from '@aws-sdk/client-cost-explorer';
