/** Parameters that say where a reader came from, never which article it is. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link\w*|ptr_name|format|bbc_team|campaign_type)|mc_[ce]id|_hs(?:enc|mi)|hsa_\w+|hsctatracking|(?:fb|g|d|ttc|twc|msc|y|ys|li_fat_|wic|ir)clid|clid|gbraid|wbraid|gclsrc|fb_\w+|fbc|igshid|igsh|mkt_tok|mibextid|_g[al]|_gl|_openstat|yclid|ref_src|ref_url|referrer|cmp|cmpid|campaign_id|cmp_id|ito|ncid|ocid|smid|smtyp|smprod|s_cid|srnd|taid|tse_id|xtor|guccounter|guce_referrer(?:_sig)?|ns_\w+|__twitter_impression|wt_mc|wtmc|partner_id|spm|spref|sh|share_id|si_source|soc_src|soc_trk|sr_share|via_share|traffic_source|trk|trkcampaign|vero_(?:conv|id)|oly_(?:anon|enc)_id|rb_clickid|nr_email_referer|pk_\w+|piwik_\w+|matomo_\w+|epik)$/i;

/**
 * The one form of a web address under which an article is kept: no fragment, no tracking, no credentials; nothing else
 * is changed, so that the address leads where it led. Null for what is no http(s) address.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Deleting writes the whole query anew, so that an address without tracking stays as it was, letter by letter.
  for (const name of tracking) url.searchParams.delete(name);
  if (url.search === "") url.search = "";
  return url.href;
}

/**
 * What tells two addresses of articles apart: what `canonicalUrl` leaves of them, but not whether they are http or https, not
 * www., not a slash at the end of the path. As `address_key` in the database. What is no address is its own key.
 */
export const addressKey = (address: string): string =>
  (canonicalUrl(address) ?? address)
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/^([^?]*[^?/])\/+(?=\?|$)/, "$1");
