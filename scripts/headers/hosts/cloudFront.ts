import { headersFor } from '../match.ts'
import { WINDOW_PAGES, WORKERS, type HeaderLines, type SiteHeaders } from '../rules.ts'

/**
 * A CloudFormation template: a private bucket, and CloudFront in front of it, which sends the headers that a bucket
 * cannot. `Cache-Control` is not among them: it goes with the files when they are copied, because CloudFront would send
 * it with errors, too.
 */
export function cloudFront(site: SiteHeaders): string {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'SHX viewer. Made by npm run deploy:headers; docs/deploying.md says how to use it.',
    Parameters: {
      DomainName: { Type: 'String', Default: '', Description: 'A name of your own, or nothing.' },
      CertificateArn: {
        Type: 'String',
        Default: '',
        Description: 'The certificate for that name, in us-east-1.',
      },
    },
    Conditions: { HasName: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'DomainName' }, ''] }] } },
    Resources: {
      ...BUCKET,
      Access: ACCESS,
      FolderIndex: FOLDER_INDEX,
      Caching: CACHING,
      RecordPages: policy('record-pages', headersFor('index.html', site)),
      WindowPages: policy('window-pages', headersFor('captureQR.html', site)),
      Workers: policy('workers', headersFor('assets/any', site)),
      Distribution: DISTRIBUTION,
    },
    Outputs: {
      BucketName: { Value: { Ref: 'Bucket' } },
      Address: { Value: { 'Fn::Sub': 'https://${Distribution.DomainName}/' } },
      DistributionId: { Value: { Ref: 'Distribution' } },
    },
  }
  return `${JSON.stringify(template, undefined, 2)}\n`
}

const BUCKET = {
  Bucket: {
    Type: 'AWS::S3::Bucket',
    DeletionPolicy: 'Retain',
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    },
  },
  BucketPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Bucket' },
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          // With the right to list, an address that does not exist is answered with 404 instead of 403.
          statement('s3:GetObject', 'arn:${AWS::Partition}:s3:::${Bucket}/*'),
          statement('s3:ListBucket', 'arn:${AWS::Partition}:s3:::${Bucket}'),
        ],
      },
    },
  },
}

function statement(action: string, resource: string): object {
  const distribution = 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}'
  return {
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: action,
    Resource: { 'Fn::Sub': resource },
    Condition: { StringEquals: { 'AWS:SourceArn': { 'Fn::Sub': distribution } } },
  }
}

const named = (name: string): object => ({ 'Fn::Sub': `\${AWS::StackName}-${name}` })

const ACCESS = {
  Type: 'AWS::CloudFront::OriginAccessControl',
  Properties: {
    OriginAccessControlConfig: {
      Name: named('access'),
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  },
}

/** CloudFront knows a start page for the root alone. */
const FOLDER_INDEX = {
  Type: 'AWS::CloudFront::Function',
  Properties: {
    Name: named('folder-index'),
    AutoPublish: true,
    FunctionConfig: { Comment: 'The start page of a folder', Runtime: 'cloudfront-js-2.0' },
    FunctionCode: [
      'function handler(event) {',
      '  var request = event.request;',
      "  var last = request.uri.split('/').pop();",
      "  if (last === '') request.uri += 'index.html';",
      "  else if (last === 'SMARTHealthCard') {",
      "    return { statusCode: 301, headers: { location: { value: request.uri + '/' } } };",
      '  }',
      '  return request;',
      '}',
    ].join('\n'),
  },
}

/** As long as the file itself says, and a minute where it says nothing; no query or cookie makes a difference. */
const CACHING = {
  Type: 'AWS::CloudFront::CachePolicy',
  Properties: {
    CachePolicyConfig: {
      Name: named('caching'),
      MinTTL: 0,
      DefaultTTL: 60,
      MaxTTL: 31_536_000,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    },
  },
}

/** CloudFront has places of its own for four headers, and does not take them as headers like others. */
function policy(name: string, headers: HeaderLines): object {
  const {
    'Content-Security-Policy': csp = '',
    'Strict-Transport-Security': hsts = '',
    'Referrer-Policy': referrer = '',
    'X-Content-Type-Options': _nosniff,
    'Cache-Control': _cache,
    ...others
  } = headers
  return {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: named(name),
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: csp, Override: true },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: referrer, Override: true },
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(hsts)?.[1] ?? 0),
            IncludeSubdomains: hsts.includes('includeSubDomains'),
            Override: true,
          },
        },
        CustomHeadersConfig: {
          Items: Object.entries(others).map(([Header, Value]) => ({ Header, Value, Override: true })),
        },
      },
    },
  }
}

const behavior = (policyName: string): object => ({
  TargetOriginId: 'bucket',
  ViewerProtocolPolicy: 'redirect-to-https',
  AllowedMethods: ['GET', 'HEAD'],
  Compress: true,
  CachePolicyId: { Ref: 'Caching' },
  ResponseHeadersPolicyId: { Ref: policyName },
})

const DISTRIBUTION = {
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      HttpVersion: 'http2and3',
      IPV6Enabled: true,
      DefaultRootObject: 'index.html',
      Aliases: { 'Fn::If': ['HasName', [{ Ref: 'DomainName' }], { Ref: 'AWS::NoValue' }] },
      ViewerCertificate: {
        'Fn::If': [
          'HasName',
          {
            AcmCertificateArn: { Ref: 'CertificateArn' },
            MinimumProtocolVersion: 'TLSv1.2_2021',
            SslSupportMethod: 'sni-only',
          },
          { CloudFrontDefaultCertificate: true },
        ],
      },
      Origins: [
        {
          Id: 'bucket',
          DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] },
          OriginAccessControlId: { 'Fn::GetAtt': ['Access', 'Id'] },
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
      ],
      DefaultCacheBehavior: {
        ...behavior('RecordPages'),
        FunctionAssociations: [
          {
            EventType: 'viewer-request',
            FunctionARN: { 'Fn::GetAtt': ['FolderIndex', 'FunctionMetadata.FunctionARN'] },
          },
        ],
      },
      CacheBehaviors: [
        ...WORKERS.map((path) => ({ PathPattern: path, ...behavior('Workers') })),
        ...WINDOW_PAGES.filter((path) => path.endsWith('.html')).map((path) => ({
          PathPattern: path,
          ...behavior('WindowPages'),
        })),
      ],
    },
  },
}
