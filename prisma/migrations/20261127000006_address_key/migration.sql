-- What an address is known by: http or https, www. and a slash at the end of its path tell no two articles apart.
-- lib/article/canonical-url.ts has the same rule. Not unique: before it, such articles were two.
CREATE FUNCTION address_key(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(address, '^https?://(www\.)?', ''), '^([^?]*[^?/])/+(?=\?|$)', '\1')
$$;
CREATE INDEX article_address_key ON article (address_key(canonical_url));
