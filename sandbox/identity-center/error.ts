import { AwsError } from '../aws/aws-error.ts';

// Names, fields and status codes: the pages of each operation, such as
// https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html

type Kind = 'USER' | 'GROUP' | 'GROUP_MEMBERSHIP' | 'IDENTITY_STORE';

export const notFound = (ResourceType: Kind, ResourceId?: string): AwsError =>
  new AwsError('ResourceNotFoundException', `${ResourceType} not found.`, 400, {
    ResourceType,
    ...(ResourceId !== undefined && { ResourceId }),
  });

/** The name, the mail or the membership is somebody's already. */
export const notUnique = (message: string): AwsError =>
  new AwsError('ConflictException', message, 400, { Reason: 'UNIQUENESS_CONSTRAINT_VIOLATION' });

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export const denied = (message: string): AwsError => new AwsError('AccessDeniedException', message);
