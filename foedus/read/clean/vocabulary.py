"""What the lines of a page say when they are not the article: patterns by kind, general English.

Each pattern is tried on the bare line (list and heading marks taken off). A kind tells what the
line looks like, not what it is: the model weighs it against everything else.
"""

import re
from functools import lru_cache

FUNCTION_WORDS = frozenset(
    """a about after again against all also although am an and any are as at be because been before
    being between both but by can could did do does doing down during each even few for from further
    had has have having he her here hers him his how however i if in into is it its itself just may
    me might more most much must my no nor not now of off on once only or other our out over own same
    shall she should since so some still such than that the their theirs them then there these they
    this those though through to too under until up upon very was we were what when where whether
    which while who whom whose why will with within without would yet you your""".split()
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,?"
_CLOCK = r"\d{1,2}(?::|\.)\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?"
_UNIT = r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|wk|month|mo|year|yr|[smhdw])s?"
_AGENCY = r"(?:getty|reuters|afp|ap|epa(?:-efe)?|pa|associated press|bloomberg|shutterstock|alamy|istock|tass|kcna|xinhua|sipa|zuma|pool|handout)"  # fmt: skip

_KINDS: dict[str, str] = {
    "share": r"^(?:share(?:s|d)?|tweet|pin(?: it)?|facebook|twitter|x|linkedin|reddit|whatsapp|flipboard|pinterest|tumblr|e?-?mail|print|save|bookmark|copy link|messenger|telegram|instagram|youtube|rss|snapchat|tiktok|threads|bluesky|buffer|sms|gift)(?: (?:this|article|story|on|via|link|page|copied|with|it)\b.*)?[!:.]*$|^share (?:this|on|via)\b|\bshare (?:this|options|icon)|^(?:follow|like|find|join|connect with|stay in touch)\b.{0,40}\b(?:us|facebook|twitter|instagram|social|me)\b|^\d[\d,.]*k? (?:shares?|comments?|views?|likes?)$",  # fmt: skip
    "subscribe": r"\b(?:subscrib\w*|newsletters?|sign[ -]?up|sign[ -]?in|signed in|log[ -]?(?:in|out)|register|registration|free trial|your inbox|daily briefing|breaking news (?:alerts?|emails?)|get (?:the|our) (?:latest|best|app|magazine)|download (?:the|our)|unlimited access|become a member|membership|donate|support (?:our|us)|gift subscription|e-?mail address|notifications?)\b",  # fmt: skip
    "legal": r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\ball rights? res\w+|\bterms (?:of|and|&)|privacy (?:policy|notice|rights)|\bcookies?\b|\bdo not sell\b|\breproduc\w+ (?:is |in whole|without)|\bmay not be (?:published|reproduced)|\bdisclaimer\b|\badchoices\b|^accessibility|\bpowered by\b|\bgdpr\b|\bcontact us\b|^about us\b|^advertise\b|^careers$|\bsite ?map\b|\bhelp cent(?:er|re)\b|recaptcha|\bcustomer service\b",  # fmt: skip
    "menu": r"^(?:menu|home|search|close|open|skip to\b.*|back to\b.*|return to\b.*|scroll\b.*|top|next|previous|prev|more|see all|view all|show (?:more|all|less)|load more|expand\b.*|toggle\b.*|navigation|all sections|sections|search\b.{0,25}|go|submit|loading\b.*|play|pause|mute|video|live|watch live|image \d+ of.*|\d+ ?/ ?\d+|caption|gallery|photos?|slideshow)[:.…>»×]*$|javascript|\benable\b.*\bbrowser\b",  # fmt: skip
    "comment": r"^\d+ (?:thoughts?|responses?|replies) (?:on|to)\b|\bcomments?\b.{0,25}$|^(?:leave|post|add|join|view|read|show|hide)\b.{0,20}\b(?:comments?|discussion|conversation|reply)\b|^repl(?:y|ies)\b|\bmoderat\w+ comments?|^(?:have your say|your say|what do you think|tell us what)\b",  # fmt: skip
    "related": r"^(?:read (?:next|more|also|this)|see also|also (?:read|see|on)|related\b|more (?:from|on|in|stories|news|like|about|top|coverage|related)\b|more[:.]*$|most (?:read|popular|viewed|shared|recent|commented|discussed|watched)|popular\b|trending|recommended|you (?:may|might)(?: also)? (?:like|be interested|have missed)|don.t miss|must[ -]read|other (?:news|stories|articles|posts)|latest\b.{0,30}$|top (?:stories|news|videos|posts)|recent (?:posts|articles|stories|news)|editors?.? ?(?:.s)? (?:picks?|choice)|up next|next (?:article|story|up|post)|previous (?:article|story|post)|in (?:this|other) (?:article|news|story|section)|what to read|featured|from (?:our|the|around) (?:partners?|web|sponsors?|archives?)|around the web|sponsored|paid (?:content|post)|promoted|watch[: ]|listen[: ]|explore more|keep reading|continue reading|discover more|dig deeper|go deeper|topics?:?|tags?:?|tagged|keywords?:?|posted in|filed (?:under|to)|published under|categor(?:y|ies)|subjects?:|on \w+\.com:)",  # fmt: skip
    "advert": r"^[-*\s]*(?:advert(?:isement|isment|ising|orial)?s?|ads?|adunit.*|sponsored(?: content| links?)?|story continues\b.*|article continues\b.*|continues? (?:below|after)\b.*|ad feedback|anzeige|werbung|report (?:this )?ad)[\s.:]*$|scroll (?:down )?to continue",  # fmt: skip
    "credit": rf"\(?\b(?:photo(?:graph)?|image|picture|illustration|graphic|video|pic)s?(?: ?credits?| ?courtesy(?: of)?| by| via)?\s?[:©]|\bcredit:|\bphotos? (?:by|©|courtesy)|\bphotograph(?:ed|y)? by\b|\bcourtesy (?:of|photo)|getty images|\b(?:via|/) ?{_AGENCY}\b|{_AGENCY} ?/ ?\w+|/ ?\w+ file\b|[(\[](?:{_AGENCY}|[^()\[\]]{{0,30}}(?:photo|images)[^()\[\]]{{0,30}})[)\]]\s*$|\bhandout\b|^(?:{_AGENCY}(?: photo| images| file)?)$|\bfile photo\b|\.(?:jpe?g|png|gif)$",  # fmt: skip
    "date": rf"^[^a-z]{{0,3}}(?:\W*(?:published|updated|last updated|posted|modified|first published|created|on|at|date|by [\w .]+?)\W*)*(?:{_DAY}\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of )?{_MONTH},?(?:\s+\d{{4}})?|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})\b.{{0,40}}$|^(?:first )?(?:published|updated|last updated|posted)\b.{{0,60}}\d",  # fmt: skip
    "clock": rf"^(?:{_CLOCK}|\d{{1,2}}\s*[ap]\.?m\.?)$",
    "ago": rf"\b(?:\d+|an?|one|two|three|a few) ?{_UNIT} (?:ago|read)\b|^\d+ ?(?:min|minute)s?(?:[ -]read)?$|^(?:reading time|read time|just now|yesterday|today)\b.{{0,25}}$|\b\d+[smhdw] ago\b",  # fmt: skip
    "more": r"\b(?:read|see|learn|find out|view|watch|show|click here|tap here|click for) ?(?:more|full|the full|all|to read|here)\b.{0,30}$|^more ?[>»…]*$|[>»]\s*$|\(more\)$",  # fmt: skip
    "author": r"^.{0,90}\b(?:is|was) an? (?:\w+[ -]){0,5}(?:reporter|journalist|writer|editor|correspondent|contributor|columnist|fellow|author|freelance\w*|blogger|producer)\b|^about (?:the )?author|^(?:his|her|their) (?:work|writing|books?) (?:has|have) appeared|\bfollow (?:him|her|them|me)\b|^(?:e-?mail|contact|reach)\b.{0,40}\bat\b|^more (?:by|from) [A-Z]|^view (?:bio|profile|more)",  # fmt: skip
    "note": r"^(?:additional|with|further) (?:reporting|files|contributions?)\b|^(?:first|originally) published\b|^this (?:article|story|post|piece|report) (?:was|has been|is|originally|first|appear)|^(?:correction|editor.s note|clarification|update)\s?:|^sources?:|\bcontributed to this (?:report|story|article)|^(?:the )?(?:associated press|reuters|ap|afp) contributed",  # fmt: skip
    "post": r"pic\.twitter\.com|^\W{0,3}[—–-]\W{0,2}.{2,60}\(@\w+\)|^view (?:this|on) \w+|^a post shared by|\bt\.co/",
    "address": r"https?://|\bwww\.|^\S+\.(?:com|org|net|co\.uk|info)\b|\b[\w.]+@[\w.]+\.\w+",
    "trust": r"^why (?:you can )?trust\b|^how we\b|^our standards|^add (?:us )?as preferred|^set preferred",
}  # fmt: skip

_BYLINE = re.compile(
    r"^(?:(?:Written|Words|Story|Posted|Edited|Researched|Reporting|Published|Review|Tested|WRITTEN)"
    r" )?(?:[Bb][Yy]|From|FROM|Author)[: ] ?(?:the )?[A-Z][\w.'’\-]+(?: [\w.'’&,|\-]+){0,10}$"
    r"|^(?:By|BY|by)$|^[A-Z][\w'’.\-]+ (?:[A-Z][\w'’.\-]*,? ){1,2}(?:[|–—-] )?(?:[\w&']+ ){0,3}"
    r"(?i:reporter|correspondent|editor|writer|contributor|columnist|staff|analyst)\b.{0,40}$"
    r"|^(?i:reporter|correspondent|columnist|(?:senior|contributing|staff|news|\w+) "
    r"(?:reporter|writer|editor|correspondent|contributor))$|^[\w .]{2,40}@\w{3,}$"
)

KINDS = (*_KINDS, "byline")
_PATTERNS = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS.items()]


@lru_cache(maxsize=4096)
def kinds(words: str) -> frozenset[str]:
    """The kinds of page matter that a line looks like; long lines are searched at their ends."""
    window = words if len(words) <= 300 else words[:150] + " … " + words[-150:]
    found = {kind for kind, pattern in _PATTERNS if pattern.search(window)}
    if _BYLINE.search(window):
        found.add("byline")
    return frozenset(found)
