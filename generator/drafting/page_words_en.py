"""What an English page says around an article."""

from __future__ import annotations

from generator.drafting.page_words import PageWords

_TEXT = "(article|story|dispatch|(live )?blog|live page|headline)"
_CORRECTED = "(amended|corrected|updated|clarified|refiled)"
_SINCE = (  # what may follow in a note, and in no sentence about something else
    r"( (on|at|because|after publication)\b.*"
    r"|( (to|with) (correct|clarify|add|reflect|include|remove|fix|show)\b.*)|\.( .*)?|\W*)"
)
_WRONG = "incorrectly|wrongly|mistakenly|erroneously"
_MISTAKEN = "mis(stated|spell?ed|spelt|identified|named|quoted|attributed|reported)"
_LAW = r"(?!.*\b(treaty|constitution|law|act|convention|statutes)\b)"
_TOLD = r"(?![^.]*\b(said|says|told)\b)"  # in its first sentence: what a note corrects is often what somebody said
_OWN = "(this|our) (article|story|page|post|newsletter|(web ?)?site|content|podcast|column|blog|information)"
_NO_ADVICE = (
    "((is|are) not( (intended|meant)( as| to be)?)?|does not (constitute|provide|contain)"
    r"|(is|are) (not a|no) substitute for|should not be (taken|construed|regarded|seen|considered) as)( \w+,?){0,4}"
    " (investment|financial|legal|medical|tax|professional) advice"
)
_FOOT = (
    "(terms( (of|and) (use|service|conditions))?|privacy( (policy|notice))?|cookies?( (policy|settings|notice))?"
    "|contact( us)?|about( us)?|accessibility|imprint|help|advertise( with us)?|unsubscribe|manage preferences)"
)
_REPORT = "(report|paper|study|publication|data(set)?|pdf|brief(ing)?|document|dossier|press release|transcript)"
_LICENCES = "(rights|reprints|licen[cs]ing|syndication|permissions)"

ENGLISH_PAGE = PageWords(
    labels={
        "button of the page": (
            r"(open|close|main|site|toggle) (the )?(menu|navigation|search|sidebar).{0,20}",
            r"(listen to|save|gift|print|bookmark|download|hear) (this|the)? ?(article|story|page)\b.{0,30}",
            r"(sections?|post|updated|topics?|share|tags?)( \W)?",
            *("log ?in", "sign in", "sign up", "register", "subscribe", "log out", "log off", "my account"),
            *("account", "(main )?menu", "search", "home", "close", "open", "back", "back to top", "top", "next"),
            *("previous", "skip", "more", "show more", "load more", "view all", "see all", "navigation"),
            *("toggle .*", "accept", "ok", "cancel", "submit", "send", "listen", "play", "pause", "mute"),
            *("download", "save", "gift", "sections", "language", "english", "contact us", "about us", "help"),
            *("faq", "site ?map", "terms", "terms of use", "privacy", "(privacy|cookie) policy", "accessibility"),
            *("careers", "jobs", "newsletters?", "podcasts?", "videos?", "photos", "gallery", "live", "breaking"),
            *("latest", "trending", "(skip|jump|back|go) to .{1,40}", r"(\d+ ?% )?(font|text) size.{0,30}"),
            "(increase|decrease|larger|smaller|bigger) (font|text).{0,30}",
            (
                r"(load|show|view|see|read) (more|all|(the )?(older|newer|earlier|previous|latest))( \d+)? (posts?"
                "|updates?|entries|messages?|comments?|stories|articles?|results|headlines|videos|repl(y|ies)|photos"
                r"|images|pictures)( \(\d+\))?"
            ),
            *("(newest|oldest|latest) first", "(show|hide|toggle) caption"),
            "(view|open|enlarge|expand) (the )?(image|photo|picture|gallery|slideshow)( (in|to) full ?screen)?",
            (
                "((how to )?cite|download|export|order|print|read|share|view) (this|the) ((full|whole|complete) )?"
                rf"{_REPORT}( (here|online|in full))?( \([^()]{{1,30}}\))?"
            ),
            rf"{_FOOT}( ?[|·•] ?{_FOOT})+",
        ),
        "table of contents": (*("(table of )?contents", "in this (article|story)", "on this page"),),
        "prompt to share": (
            r"follow @?\w+ on \w+.{0,30}",
            (
                "(share|tweet|print|e-?mail|copy( this)? (link|url)|facebook|twitter|whatsapp|linkedin|telegram"
                r"|instagram|reddit|x|bluesky|mastodon|youtube|threads|messenger|follow us|bookmark)\b.{0,60}"
            ),
        ),
        "prompt for comments": (
            *("leave a (reply|comment)", "no comments( yet)?"),
            r"(view |show |read |hide )?(all )?(\d+ )?comments?( \(\d+\))?( are)?( closed)?",
        ),
        "link to other pages": (
            r".{0,80}\b(click|tap) here\b.{0,60}",
            (
                "(read (more|also|next|on)|see also|also read|related|more on this|more|recommended|don't miss"
                "|watch|listen|in pictures|in video|explore|explainer|opinion|gallery|video|podcast|timeline"
                r"|quiz)( \w+)?: .*"
            ),
            r"(read (more|also|next)|see also|click here|tap here)\b.{0,120}",
            (
                "(you (may|might) (also )?(like|enjoy|be interested in)|suggested (reading|stories)"
                "|from (the|our) archives?|editors'? picks?): .*"
            ),
        ),
        "line of a live page": (
            r"what we know( so far)?|what (happened|to know)( today| so far)?",
            *(r"as it happened\b.{0,40}", r"latest updates?\b.{0,40}", "key (moments|points|events|updates)"),
            "breaking( news)?",
            r"(this is a )?live (updates?|blog|coverage|reporting|feed|text)\b.{0,40}",
            r"our (\w+ ){0,2}(reporter|correspondent|editor|team|colleague)s?\b[^.!?]{0,80}:",
        ),
        "advertisement": (
            r"(the )?(story|article|text) continues (below|after|under)\b.{0,40}",
            *("advertisement", "advertising", "sponsored( (content|by .{1,40}))?", "promoted"),
            *("paid (content|post)", "ad", "adverts?", "ad feedback", "(continue|keep) reading.{0,40}"),
            "scroll (down|to).{0,40}",
            "(story|article) continues (below|after).{0,40}",
        ),
        "credit line": (
            r"\(?with (files|reporting|material|additional reporting|inputs?) (from|by) .{2,60}",
            r"\(?(with )?<agencies>( contributed to this (story|report|article))?\)?",
            (
                r"\(?(additional |original )?(reporting|editing|writing|words|edited|written|compiled|translated"
                "|translation|interview|questions|text|story|report|reported|produced|production|research"
                r"|graphics?)( and \w+)?( by|:|: by) <names>(,? (in|for) .{1,60})?(; ?.{0,120})?\)?"
            ),
        ),
        "byline": (
            *("staff (writer|reporter)s?", "(news|web) ?desk", "newsroom", "editorial staff"),
            (
                r"by (?!(?-i:[A-Z]\w+day|January|February|March|April|May|June|July|August|September|October"
                r"|November|December)\b)<names>(,? (in|for|at) [^.!?]{1,40}|,? [\w ]{0,30}(correspondent|reporter"
                r"|editor|writer|staff)\b.{0,40}|( ?[|•·-] ?|, )[^.!?]{0,60})?"
            ),
            r"<names>, [^.!?,]{0,40}\b(reporter|correspondent|editor|writer|columnist|staff)\b[^.!?]{0,30}",
            r"(from|by) (our|a|staff) (own )?(\w+ )?(correspondent|reporter|writer|staff)s?[^.!?]{0,40}",
            "by (the )?[^.!?]{2,40} (desk|team|staff|newsroom|reporters|correspondents?)",
            "((copy|news|web|online|production|picture|duty) )?editors?: <names>",
        ),
        "label of the page": (
            *("check against delivery", "as (delivered|prepared)", "delivered by .{1,60}"),
            "(doi|issn|isbn)[: ].{1,60}",
            r"\((applause|laughter|cheers|laughs|music|inaudible|silence|crosstalk)\)",
            "(news|events|publications) (&|and) .{1,20}",
            (
                r"((\d(st|nd|rd|th)|new) )?(update|wrap-?up|refile|recap|corrected|correction|urgent|alert|flash|snap"
                r"|factbox|timeline|write-?through|lead)( \d{1,2})?"
            ),
            r"\(?(end of|(?=\w+ ends)) ?(the )?(transcript|statement|speech|text|message|release)( ends)?\)?",
            (
                "(from|to|cc|date|subject|re|ref|location|place|venue|tags?|((suggested|related) )?topics?"
                "|keywords?|categor(y|ies)"
                "|filed under|section|source|author|posted in|type|topic|language|share|print|last updated"
                "|(issued|published|prepared) by|copyright): ?.{0,100}"
            ),
        ),
        "day of the page": (
            r"(reading time|read time)\b.{0,30}",
            (
                "(first )?(published|posted|updated|modified|last (updated|modified|changed|reviewed|edited)"
                r"|created|issued|uploaded|released|date|dated)\b[^.!?]{0,80}\d[^!?]{0,40}"
            ),
            r"(\d+|an?) (min(ute)?s?|hours?|hrs?|days?|weeks?) (ago|read)",
        ),
        "label of a press release": (
            (
                r"(for immediate release\b.{0,60}|embargo(ed)?\b.{0,80}|not for publication.{0,60}|(press|news"
                "|media) (release|statement|notice|advisory|note|information|centre|center|room)s?|statement"
                r"|announcement|press|ends?|the end|full text|transcript)( no\.? ?[\d/-]+)?"
            ),
        ),
        "heading, or contact": (
            *("notes? (to|for) (the )?editors?", "editor'?s'? notes?", "notes?", "background"),
            *("further information", "contact( us| details)?"),
            "about (us|the authors?|this (article|story))",
            "about (the )?<name>( (of|and|&|for|the|<name>)){0,6}",
            "((media|press|public) )?(information|contacts?|enquir(y|ies)|inquir(y|ies)|relations|office)",
            "for (more|further|media|press)( press| media)? (information|enquiries|inquiries|details)",
        ),
        "contact": (
            r"(mob|tel|ph|fax|cell|direct)[.:]? ?[+(\d][\d ()/.-]{6,}.{0,40}",
            (
                r"for .{0,40}(enquiries|inquiries|queries|information|interviews|details|press)\b"
                r"(.{0,40}[:,] ?(contact)?:?|,? (please )?(contact|call|e-?mail|write to|ring)\b).{0,80}"
            ),
            (
                "((media|press) (contacts?|enquiries|inquiries|office)|contacts?|tel|telephone|phone|fax|mobile"
                "|cell|e-?mail|web|website|out of hours|switchboard|hotline|address)[.:]+ .{0,160}"
            ),
        ),
        "line of the page": (
            *(r"(to be )?continued( on page \d+)?", r"page \d+( of \d+)?"),
            r"\d+ (views|shares|likes|followers|replies|reactions)",
            r"(letters( to the editor)?|comment|editorial|analysis|obituary|weather|full (story|report)):? pages? \d+",
            (
                "(view|read|open|see) (this|the) (e-?mail|message|newsletter) (online|in (your|a|the) (web )?browser)"
                "|(view|read) (online|in (your|a|the) browser)|(web|online|browser) version"
                "|unsubscribe( (here|now|from (this|our|these|all) .{1,40}))?"
            ),
        ),
        "notice of rights": (
            (
                "(purchase|buy|order|request|obtain|get|acquire) ((licen[cs]ing|reuse|reproduction|republication"
                "|syndication) rights|licen[cs]ing|reprints?"
                "|permissions?( to (reuse|republish|reprint) (this|our) .{1,30})?)"
            ),
            f"{_LICENCES}( ?(&|and|/) ?{_LICENCES})?",
            "(republish|reprint|reuse) (this|our) (article|story|content|work|piece|report).{0,30}",
        ),
        "prompt of the page": (
            (
                "(submit|send( us| in)?|pitch|suggest|contribute) (a|an|your) (letter|op-?ed|story|news tip|tip"
                "|opinion( piece)?|article|photo|event|correction|question)s?( (idea|here|online|to (us|the editor)))?"
            ),
            "(write (to|for) us|contact the (newsroom|editors?|news ?desk|author|reporter))( (here|online))?",
        ),
    },
    sentences={
        "newsletter box": (
            (
                r"(?!.*\b(said|says|told)\b)(sign up|subscribe|register)\b.{0,100}\b(newsletters?|briefing|alerts?"
                r"|letter|e-?mails?|inbox|updates|full access|digest)\b.{0,100}"
            ),
            (
                r".{0,120}\b(our|the|your|free|daily|weekly|morning) ([\w']+ )?(newsletters?|letter"
                r"|briefing)\b.{0,60}\b(inbox|sign up|subscribe|email)\b.{0,120}"
            ),
            r".{0,120}\b(straight to|in|into) your inbox\b.{0,60}",
            r"(get|receive)\b.{0,80}\b(newsletters?|by e-?mail)\b.{0,80}",
            (
                r"([^.?\x22]{0,60}\? )?join ((over|more than|the) )?(\d[\d.,]*|thousands of|hundreds of|our)( \w+)?"
                r" (readers|subscribers|members|people|followers|others)\b[^.!?\x22]{0,40}\b(our|my|the)( [\w-]+){0,3}"
                r" (newsletter|letter|briefing|digest|bulletin|mailing list)"
                r"( (now|today|here|for free|every \w+))?[.!]?"
            ),
            (
                "(enjoyed|liked|enjoying|loved) (this( (article|story|newsletter|piece|post|column))?"
                r"|what you('re| are| have|'ve)? (read|reading))\?( (please|why not|join|subscribe|sign up|share"
                r"|forward|support|become|click)\b[^\x22]{0,120})?"
            ),
            (
                r"you('re| are) (receiving|getting) this (e-?mail|newsletter|message)"
                r"( (because|as|since) (you|a (subscriber|member)|our records)\b[^\x22]{0,160})?\W*"
            ),
            r"(having )?(trouble|problems) (viewing|reading|seeing) this (e-?mail|message|newsletter)\?.{0,80}",
        ),
        "prompt for comments": (
            r"what do you think\?.{0,100}",
            (
                r"(have your say|tell us what you think)\b.{0,40}|.{0,160}\b(share your (thoughts|opinions?|views?"
                "|stor(y|ies))|join the (conversation|discussion)|comments? (section )?below"
                r"|(leave|post|add|write) (a|your) comment)\b.{0,120}"
            ),
        ),
        "prompt of the page": (
            r"we'll (bring|be back)\b.{0,100}",
            (
                "((watch|listen|read|download|install|follow|catch up|tune in|get|hear|see|join us"
                r"|visit us)\b[^.!?,\d]{0,50})(\b(our|the) (\w+ )?(app|podcast|website|page|channel|live ?stream"
                r"|live (coverage|blog|updates|page)|coverage|series|video|feed|blog|programme|show|site)\b"
                r"|(?<=listen )\bagain\b|(?<=watch )\bagain\b|\bin full\b|\bon (demand|facebook|twitter"
                "|instagram|youtube"
                r"|spotify)\b)[^.!?\d]{0,50}[.!]?"
            ),
            (
                r"(that's (all|it)|that is all) (from|for|folks)\b.{0,160}|stay tuned\b.{0,80}"
                r"|thanks?( you)? for (reading|following|watching|listening|joining us)\b.{0,100}"
            ),
            (
                r"(?!.*\b(said|says|told)\b)you can (read|hear|watch|follow|listen|find)\b[^.!?,]{0,80}\b(here|report"
                r"|full story|programme|app|podcast)\b[^.!?,]{0,60}[.!]?"
            ),
            (
                r"(is|was|did|would|how)\b[^.?,]{0,50}\b(this (page|article|story)|useful|helpful)\b[^.?,]{0,40}\?"
                r"|rate this (page|article|story)\b.{0,40}|(report|suggest)"
                r" (an error|a mistake|a correction|a typo|a problem)\b[^.!?]{0,30}"
                r"|(spotted|seen|found|got) (an error|a mistake|a typo|a (news )?tip|a story)\?.{0,80}"
            ),
        ),
        "line of a live page": (
            r"follow\b.{0,60}\b(live|our reporters|latest|updates|(our|live) coverage|as it happens|our team)\b.{0,80}",
            r"(we are|we're|we have|that's all)\b.{0,60}\b(live (blog|coverage|page)|our (coverage|blog))\b.{0,80}",
            (
                r"(we are|we're) (now )?(closing|ending|pausing|wrapping up) (this|the|our)"
                r" ((live )?blog|live (coverage|page))\b.{0,80}"
            ),
            r"(this|our) (live )?blog (is|has been|will be) (now )?(closed|paused)\b.{0,80}",
        ),
        "cookie notice": (
            *("(about|your) cookies.{0,60}", "cookies on (this|our) (web ?)?site.{0,60}"),
            "we value your privacy.{0,200}",
            (
                "(we|this (web ?)?site|our (web ?)?sites?)( and our partners)? (uses?|stores?"
                r"|sets?)\b.{0,80}\bcookies?"
                r"\b.{0,300}|by (using|continuing|clicking|browsing)\b.{0,120}\bcookies?\b.{0,300}"
            ),
            r".{0,200}\b(accept|manage|reject) (all )?cookies\b.{0,200}",
        ),
        "credit line": (
            r"source: ?[^.!?]{1,60}\.?",
            r"\(?(with )?<agencies>( contributed to this (story|report|article))?\)?\.?",
            r"<names>( in .{1,30})? contributed (to this (story|report|article)|reporting)\b.{0,40}",
            (
                r"<names> ((staff|news|science|business|video) )?(writer|reporter|journalist|correspondent|producer)s?"
                r" <names>( in <names>)?(,? and <names> in <names>)? contributed to this (story|report|article)\.?"
            ),
            r"\((additional )?(reporting|editing|writing|compiled|translated) (and \w+ )?by\b.{0,200}\)\.?",
            r"(additional )?(reporting|editing|writing)( and \w+)? by <names>(; ?.{0,120})?\.?",
        ),
        "caption or picture credit": (
            r"image (source|caption)[,:] ?.{1,160}",
            r"(getty images|shutterstock|alamy|istock|unsplash)(/.{1,30})?",
            r"(file|library|stock) (photo|picture|image)",
            (
                "((photo(graph)?s?|image|picture|illustration|graphic|caption)( credits?| by)?|video( credit"
                "| by)): .{0,200}"
            ),
            r"(photo(graph)?|image|picture)s? (credit\b.{0,120}|(by|courtesy of) <names>(/.{1,40})?\.?)",
            (
                r".{0,220}\b((photo(graph)?|image|picture|file photo)s?( credits?)?|(image |photo "
                r"|picture )?credits?): ?(?-i:[A-ZÀ-Þ])[^.!?]{1,50}\)?\.?"
            ),
            r".{0,220}\b(photo(graph)?|image|picture) (by|courtesy of) <names>(/\w+)?\)?\.?",
            r".{0,220}[\[(](photo|image|file|getty|ap photo|archive)\b[^\])]{0,60}[\])]\.?",
            r"\[?(image|photo|picture) \d{1,2} ?(of|/) ?\d{1,3}\]?([:.,]? (?-i:[A-ZÀ-Þ]).{0,400})?",
            r".{0,300}\b\w+\.? \d{1,2}, (19|20)\d\d\. <names>/<name>( <name>){1,3}( purchase licensing rights.{0,20})?",
            (
                r"(?!.*\b(said|says|told)\b)to (order|buy|purchase) [^.,!?]{0,30}\b(photo(graph)?|picture|image"
                r"|print)s?( (from|in|of|by) [^,.!?]{1,40})?,?( please)? (ring|call|phone|telephone|visit|e-?mail"
                r"|contact|go to|log on to|write to|see)\b"
                r"(?=.*(\d{3}|\d\d \d\d|@|www\.|://|\b(our|desk|shop|store)\b))[^!?:]{0,80}"
            ),
            r".{0,220} <name>( <name>){0,2} ?/ ?(afp|reuters|ap|getty( images)?|epa|shutterstock|alamy)\)?\.?",
        ),
        "notice of rights": (
            r".{0,300}\ball rights reserved\b.{0,200}",
            (
                r"(?!.*\b(said|says|told|ruled|court|judge)\b)(this|the) (material|content|article"
                r"|text)\b.{0,60}\bmay not be (published|reproduced|broadcast"
                r"|copied|redistributed)\b.{0,200}"
            ),
        ),
        "disclaimer": (
            "disclaimer:? .*",
            r"(the )?(views|opinions)( and opinions)? (expressed|stated|in this (article|column|piece))\b.*",
            (
                r"(?!.*(\bsaid\b|\bsays\b|\btold\b|\x22))(all |the )?(views|opinions|comments|letters)\b.{0,60}"
                r"(\b(theirs|his|hers) alone|\b(their|his|her|author's|writer's|writers') own"
                r"|\b(those of|belong to) (the|their|its)"
                r" (authors?|writers?|readers?|contributors?|speakers?))\b.{0,90}"
            ),
            (
                r"(?!.*(\bsaid\b|\bsays\b|\btold\b|\x22)).*\bdo(es)? not (necessarily )?(reflect"
                r"|represent) (the )?([\w']+ ){0,4}(views?|opinions?|policy|position)\b.*"
            ),
            (
                r"(?!.*(\bsaid\b|\bsays\b|\btold\b|\x22)).*\b(is|are) not responsible for (the )?(content|accuracy"
                r"|comments?|views|external)\b.*"
            ),
            r".*\bcontains? forward-looking statements\b.*",
            (
                r"(?!.*(\b(said|says|told|claims?|ruled|court|judge)\b|\x22))((the )?(information|content)s? (in|on) )?"
                rf"{_OWN}\b[^.]{{0,80}}\b(for (general )?(information(al)?|educational|illustrative)( purposes)? only"
                rf"|{_NO_ADVICE})\b([^.,;]{{0,60}}|[.] .*)\W*"
                rf"|nothing (in|on) {_OWN}\b[^.]{{0,40}}\bconstitutes?\b[^.,]{{0,60}}\badvice\b.*"
            ),
            (
                r"past performance is (not|no) (a )?((reliable|necessarily) )?(guide|guarantee|indicator|indication"
                r"|indicative) (to|of) (the )?future( (performance|results|returns))?\.?|(your )?capital is at risk\.?"
            ),
        ),
        "imprint": (
            (
                r"(this|our) (web ?site|newspaper|site|publication|paper|title)( \w+)? (adheres|complies"
                r"|is (a member|regulated|published|owned|operated|part)|is bound|subscribes)\b.*"
            ),
            r"we (are (a member|regulated)|adhere|subscribe|comply)\b.{0,40}\b(press|code|ipso|complaints)\b.*",
            r".{0,160}\bregistered (charity|company|office)\b.{0,60}\b(no\.?|number|nr\.?|in)\b.{0,100}\d.{0,60}",
        ),
        "note on the page": (
            r"our standards: .{0,100}",
            (
                rf"{_LAW}this (article|story|page|post|content|copy|column)( \w+)? (was|is|has been|has|may|appeared"
                r"|originally|first|contains)\b.*\b(published|amended|updated|corrected|edited|syndicated"
                "|translated|generated|republished|reproduced|appeared|licen[cs]e|affiliate|condensed|sponsored"
                r"|subscribers?)\b.*"
            ),
            (
                r"this (report|interview|piece|version|transcript) (was|has been|appeared)\b.{0,40}\b(originally"
                r"|first (published|appeared)|edited for|condensed|lightly edited)\b.*"
            ),
            (
                r"the (interview|transcript|conversation)( above| below)? (was|has been) ((lightly )?edited( and "
                r"condensed)?|condensed( and edited)?|shortened) for (length|clarity|brevity|space)\b.{0,60}"
            ),
            rf"{_TOLD}this {_TEXT} (was|has been) (\w+ ){{0,2}}{_CORRECTED}{_SINCE}",
            (
                rf"{_LAW}an? (earlier|previous|original|initial) version of this ({_TEXT}|post|column) (({_WRONG}) \w+"
                rf"|(({_WRONG}) )?(said|stated|referred|described|identified|attributed|quoted)|{_MISTAKEN})\b"
                r"(?! (by|to)\b).*"
            ),
            (
                rf"{_TOLD}{_LAW}the (headline|spelling|caption|picture|photograph|image)\b[^.]{{0,80}}\bthis {_TEXT}"
                rf" (has been|was) ({_CORRECTED}|changed|replaced){_SINCE}"
            ),
            rf"{_TOLD}{_LAW}we (have |'ve )?{_CORRECTED} this {_TEXT}\b.*",
            (
                r"(correction|clarification|editor'?s'? note|amendment)s?(,? (on )?(\w+ )?\d[\w ,]{0,20}|,? \w+day)?: ?"
                rf"(?=.*\b((this|our) (report|{_TEXT})|the (article|headline|caption))\b)"
                rf".*\b(earlier version|{_WRONG}|{_MISTAKEN}|(was|has been) {_CORRECTED})\b.*"
            ),
        ),
        "note of an agency": (
            (
                r"\((adds|recasts|refiles|corrects|rewrites|clarifies"
                r"|updates (with|throughout|prices?|to (add|show))"
                r"|repeats (story|item|to (widen|fix))|new throughout)\b(?! that\b)[^().]{0,200}\.?\)"
            ),
            r"[*•] ?(adds|recasts|refiles|corrects|rewrites|updates)\b(?! that\b)[^.]{0,200}",
            (
                rf"\((this|the) (\w+\.? \d{{1,2}} )?{_TEXT} (has been|was) (\w+ ){{0,2}}{_CORRECTED}\b[^()]{{0,200}}"
                r"\)\.?"
            ),
        ),
        "prompt to pay": (
            r"you('ve| have) (reached|used|read)\b.{0,40}\b(free articles?|limit)\b.{0,80}",
            (
                "(support (us|our (journalism|work)|independent|quality|local journalism)|donate (now|today"
                "|here)|become a (member|subscriber|supporter)|make a (gift|donation|contribution)"
                r"|subscribe (now|today|to (support|read|continue|keep|unlock)"
                r"|(for|from) [£$€]?\d[\d.,]*)|get unlimited|already a (subscriber|member)"
                r"|you have \d+ (free )?articles?|to (continue|keep) reading,?)\b.{0,140}"
            ),
        ),
    },
)
