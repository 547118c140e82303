"""What a French page says around an article."""

from __future__ import annotations

from generator.drafting.page_words import PageWords

_TEXT = "(article|dépêche|direct|brève|infolettre)"
_CORRECTED = "(modifié|corrigé|rectifié|actualisé|amendé|mis à jour|mise à jour|complété)e?"
_WRONG = "(par erreur|à tort|erronée?(ment)?|inexacte?(ment)?)"
_REPORT = "(rapport|étude|document|dossier|communiqué|pdf|données|page|publication|dossier de presse)"
_LAW = r"(?!.*\b(traité|constitution|lois?|convention|statuts|sénat\w*|députés?|assemblée|amendements?)\b)"
_ADVICE = (
    "(ne (constitue|remplace)(nt)? (pas|en aucun cas|aucunement|en rien)|ne saurai(en)?t( en aucun cas)? constituer)"
    r"( une?)? (conseil|avis|recommandation)s?( (en|d')| financier| juridique| médica|\W*$)"
)
_FOOT = (
    "(mentions légales|confidentialité|(politique|gestion) des cookies|cookies|contact|nous contacter|plan du site"
    "|aide|cg[uv]|publicité|accessibilité|qui sommes-nous|se désabonner|archives)"
)

FRENCH_PAGE = PageWords(
    labels={
        "button of the page": (
            *("connexion", "se connecter", "s'abonner", "s'inscrire", "abonnez-vous", "menu( principal)?"),
            *("rechercher", "recherche", "accueil", "fermer", "retour", "haut de page", "suivant", "précédent"),
            *("plus", "voir plus", "afficher plus", "tout voir", "navigation", "accepter", "annuler", "envoyer"),
            *("écouter", "lecture", "télécharger", "enregistrer", "offrir", "rubriques", "langue", "français"),
            *("contactez-nous", "qui sommes-nous", "aide", "plan du site", "mentions légales", "confidentialité"),
            *(
                "accessibilité",
                "lire la suite",
                "vidéos?",
                "photos",
                "galerie",
                "en direct",
                "direct",
                "retour (à|au|en) .{0,40}",
            ),
            "taille (du texte|de la police).{0,30}",
            "(aller|passer|accéder) au (contenu|menu).{0,40}",
            (
                "(charger|afficher|voir|montrer|lire) (la suite"
                r"|((plus|davantage) (de |d')|les |tous les |toutes les |d'autres )(\d+ )?(autres )?(messages?"
                r"|publications|posts|articles|commentaires|actualités|contenus|photos"
                r"|images|réponses|vidéos)"
                r"( (précédents|suivants|plus anciens|récents|supplémentaires)e?s?)?( \(\d+\))?)"
            ),
            "(les )?plus (récents|anciens) d'abord|trier par.{0,30}",
            "(voir|ouvrir|agrandir) (la galerie|l'image|la photo|le diaporama)( en plein écran)?",
            (
                "(comment )?(citer|télécharger|imprimer|lire|consulter|partager) (ce|cet|cette|ces|le|l'|la|les) ?"
                rf"{_REPORT}( (complet|intégral)e?)?( en ligne)?( \([^()]{{1,30}}\))?"
            ),
            *("je m'abonne", "(voir|découvrir) (nos|les) offres( d'abonnement)?", "réservé aux abonnés"),
            rf"{_FOOT}( ?[|·•] ?{_FOOT})+",
        ),
        "table of contents": (*("(au )?sommaire", "dans cet article"),),
        "prompt to share": (
            r"écouter (cet )?article.{0,30}|(enregistrer|offrir|imprimer) (cet )?article.{0,30}",
            r"(partager|partagez|imprimer|envoyer par|copier le lien|suivez-nous|suivre)\b.{0,60}",
        ),
        "prompt for comments": (
            r"commentaires? (fermés?|désactivés?|clos).{0,20}",
            r"((\d+ )?(commentaires?|réactions?)|réagir|commenter)( \(\d+\))?",
            "(laisser|ajouter|publier|poster) un commentaire",
        ),
        "link to other pages": (
            r".{0,80}\bcliquez ici\b.{0,60}",
            (
                "(à lire( aussi| également| ensuite)?|lire (aussi|également|la suite)|à (voir|écouter"
                "|découvrir)( aussi)?|(voir|écouter) (aussi|également)|sur le même (sujet|thème)|en savoir plus"
                "|pour aller plus loin|dossier|vidéo|podcast|décryptage|en images|entretien|reportage)( ?: ?.*)"
            ),
            r"(à lire aussi|lire aussi|lire également|voir aussi|cliquez ici)\b.{0,140}",
            (
                "(vous (aimerez|pourriez aimer|aimerez peut-être)( aussi)?|dans la même rubrique"
                "|nos autres articles) ?: .*"
            ),
        ),
        "line of a live page": (
            r"suivez (le|notre) (direct|live)\b.{0,60}",
            *("suivez.{0,40}en direct.{0,60}", "ce qu'il faut (savoir|retenir)", "l'essentiel( de .{1,40})?"),
            *("points? clés?", "le direct"),
            r"(notre|nos) (\w+ ){0,2}(envoyée?|correspondante?|reporter|journaliste|équipe)s?\b[^.!?]{0,80} ?:",
        ),
        "advertisement": (
            *("publicité", "annonce", "contenu (sponsorisé|partenaire)", "sponsorisé"),
            *("la suite après (la|cette) publicité", "article réservé.{0,60}"),
            "(suite|article) (de l'article )?(ci-dessous|après).{0,40}",
        ),
        "credit line": (
            r"\(?(avec |source ?: ?)?<agencies>\)?",
            (
                r"\(?(propos recueillis|textes?|reportage|récit|traduction|traduit|édité|rédigé|écrit|recueilli"
                r"|entretien|interview)( réalisée?)?( par| ?: ?(par)?) ?<names>(,? à .{1,40})?\)?"
            ),
        ),
        "byline": (
            *("seul le prononcé fait foi", "(par )?la rédaction.{0,30}"),
            "par <names>(,? (à|au|en|pour|avec) [^.!?]{1,40}|( ?[|•·-] ?|, )[^.!?]{0,60})?",
            r"<names>, [^.!?,]{0,40}\b(journaliste|correspondante?|envoyée? spéciale?)\b[^.!?]{0,30}",
            r"\((applaudissements|rires|silence|musique)\)",
            r"(de|par) (notre|nos) (envoyée?s?|correspondante?s?)\b.{0,60}",
            "((secrétaire|chef|cheffe) d'édition|édition|mise en page|relecture) ?: <names>",
        ),
        "day of the page": (
            r"\d+ ?min(utes?)? de lecture",
            (
                "(publiée?|mise? à jour|modifiée?|mise? en ligne|créée?|postée?|actualisée?"
                r"|dernière (mise à jour|modification))\b[^.!?]{0,80}\d[^.!?]{0,40}"
            ),
            r"il y a \d+ (min(ute)?s?|heures?|jours?)",
            r"(.{0,120} - )?(temps de )?lecture ?:? ?\d+ ?min.{0,10}",
        ),
        "label of a press release": (
            *("communiqués?( de presse)?", "pour (diffusion|publication) immédiate", "sous embargo.{0,60}"),
            *("dossier de presse", "déclaration", "notes? aux (rédactions|rédacteurs)", "espace presse"),
            *("discours", "allocution"),
            r"\(?fin( (du (communiqué|discours|texte|message|document)|de (la transcription|l'entretien)))?\)?",
        ),
        "heading, or contact": (
            *("contacts?( presse| médias?)?", "(service|relations) (de )?presse", "renseignements?"),
            *("informations? pratiques?", "notes?", "à propos( de .{1,40})?", "contexte"),
            "pour plus d'informations?",
        ),
        "contact": (
            (
                "(contacts?( presse| médias?)?|service de presse|tél|téléphone|courriel|e-?mail|mél|fax|portable"
                "|site( web)?|adresse|renseignements)[. ]*: ?.{0,160}"
            ),
        ),
        "label of the page": (
            r"(urgent|alerte|flash|bulletin|actualisation|papier général|avant-papier|lead)( \d{1,2})?",
            (
                "(de|à|cc|date|objet|réf|lieu|mots?-clés?|tags?|(sujets|thèmes) (associés|liés)"
                "|thèmes?|catégories?|rubriques?|source|auteur"
                "|sujet|partager) ?: ?.{0,100}"
            ),
        ),
        "line of the page": (
            (
                "(voir|lire|ouvrir|consulter) (ce message|cet e-?mail|ce courriel|cette (lettre|infolettre|newsletter))"
                " (en ligne|dans (votre|le|un) navigateur)|(version en ligne|se désabonner|se désinscrire)( .{1,40})?"
            ),
        ),
        "notice of rights": (
            (
                "(acheter|acquérir|demander|obtenir) (les|des|une) (droits( de (reproduction|diffusion|licence))"
                "|licences?|autorisations?( de (reproduction|reprise)))"
            ),
            "droits (de reproduction|et (licences|autorisations))|(republier|reproduire) (cet|ce) (article|texte)",
        ),
    },
    sentences={
        "newsletter box": (
            (
                r"(inscrivez-vous|abonnez-vous|recevez)\b.{0,140}\b(infolettre|newsletters?|lettre|boîte|courriel"
                r"|mail|alertes?)\b.{0,80}"
            ),
            r".{0,80}\bdans votre boîte (mail|aux lettres|de réception)\b.{0,60}",
            (
                r"([^.?\x22]{0,60}\? )?rejoignez (nos|les|plus de) (\d[\d ,.]*)?"
                r"(abonnée?s|lecteurs|lectrices|membres)\b[^.!?\x22]{0,60}\b(infolettre|newsletter|notre lettre"
                r"|lettre (quotidienne|hebdomadaire|du \w+))\b"
                r"[^.!?\x22]{0,40}[.!]?"
            ),
            (
                "vous recevez (ce message|cet e-?mail|ce courriel|cette (lettre|infolettre|newsletter))"
                r"( (parce que|car) vous\b[^\x22]{0,160})?\W*"
            ),
        ),
        "prompt for comments": (
            "donnez votre avis.{0,80}",
            "(commentez|réagissez à) (cet|l') ?article.{0,60}",
            "soyez le premier à (commenter|réagir).{0,40}",
        ),
        "prompt of the page": (
            "cet article vous .{0,50}",
            r"(cet article|ce (texte|reportage|billet)) vous a (plu|intéressée?) ?\?[^\x22]{0,120}",
            (
                "(proposer|soumettre|envoyer|déposer) (une|un|votre) (tribune|témoignage|texte|article|contribution"
                r"|sujet|information|photo|correction|question)( à la rédaction| en ligne)?"
            ),
            r"(écrire à|contacter|alerter|joindre) (la rédaction|l'auteure?)|signaler un (abus|contenu)",
            (
                "(regardez|écoutez|réécoutez|retrouvez|suivez|découvrez|téléchargez|rejoignez|revoir|revivez"
                r"|lisez)\b[^.!?\d]{0,60}\b((notre|nos) (\w+ )?(application|appli|site|page|chaîne|podcasts?"
                "|réseaux|direct|dossier|reportage|journal)|l'application|le podcast|replay|en direct"
                r"|minute par minute)\b[^.!?\d]{0,60}[.!]?"
            ),
            "cette page (vous )?(a-t-elle|est-elle|a été) .{0,40}",
            "(une|signaler une) (erreur|coquille).{0,60}",
        ),
        "line of a live page": ("ce direct est (terminé|clos).{0,60}",),
        "cookie notice": (
            r"(nous utilisons|(ce|notre) site utilise|en (poursuivant|continuant))\b.{0,120}\bcookies?\b.{0,300}",
            r".{0,120}\b(accepter|refuser|gérer|paramétrer) (tous )?(les |mes )?cookies\b.{0,120}",
        ),
        "caption or picture credit": (
            *("crédits?( photos?)? ?: .{0,100}", ".{0,220} © ?[^.!?]{1,40}"),
            "(photo(graphie)?s?|image|illustration|infographie|légende)( d'archives?)? ?: .{0,200}",
            r".{0,220}\b(photo(graphie)?s?|crédits?)( photos?)? ?: ?(?-i:[A-ZÀ-Þ])[^.!?]{1,50}\)?\.?",
            r".{0,220}[\[(](photo|crédit|archives|image)\b[^\])]{0,60}[\])]\.?",
            r"\[?(image|photo) \d{1,2} ?(sur|/) ?\d{1,3}\]?( ?[:.,]? (?-i:[A-ZÀ-Þ]).{0,400})?",
            (
                r"pour (commander|acheter) [^.,!?]{0,30}\b(photo(graphie)?|image|tirage|cliché)s?"
                r"( (de|du|des) [^,.!?]{1,40})?,? (appelez|téléphonez|contactez|écrivez|rendez-vous|envoyez|composez"
                r"|visitez)\b[^!?]{0,80}"
            ),
        ),
        "notice of rights": (
            r".{0,300}\btous droits (de reproduction )?réservés\b.{0,200}",
            r".{0,100}\breproduction (même partielle )?interdite\b.{0,120}",
        ),
        "disclaimer": (
            "avertissement ?: .*",
            r"les (opinions|avis|propos|points de vue) (exprimé|tenu|émis|publié)\w*\b.*",
            r".*\bn'engage(nt)? que (leurs?|son|ses) auteure?s?\b.*",
            r".*\bne (reflète|représente)(nt)? pas (nécessairement|forcément)\b.*",
            (
                r"(?!.*(\b(dit|déclaré|affirmé|jugé|tribunal|juge)\b|\x22))"
                rf"((les informations|le contenu) (de|sur) )?(cet(te)?|ce|notre) ({_TEXT}|contenu"
                rf"|site)\b[^.,]{{0,60}}\b((est|sont)( \w+)? à titre (purement |strictement )?"
                rf"(informatif|indicatif|d'information)|{_ADVICE})([^.,;]{{0,60}}|[.] .*)\W*"
            ),
            r"les performances passées ne (préjugent|présagent)( en rien| pas) des performances futures\.?",
        ),
        "note on the page": (
            (
                rf"{_LAW}cet(te)? (article|texte|page|contenu|dépêche|version) (a été|est|provient|contient"
                r"|reprend)\b.*\b(publiée?|mise? à jour|modifiée?|corrigée?|traduite?|générée?|initialement"
                r"|reproduite?|réservée?|liens?)\b.*"
            ),
            (
                rf"{_LAW}(ce|cette|notre) {_TEXT} (a été|vient d'être) (\w+ ){{0,2}}{_CORRECTED}"
                r"( (le|à|pour|afin|après)\b.*|\.( .*)?|\W*)"
            ),
            (
                rf"{_LAW}(une|la) (première version|version (précédente|antérieure|initiale)) "
                rf"(de cet(te)?|de ce|du) {_TEXT} (({_WRONG} )?(indiquait|affirmait|attribuait|disait|citait"
                rf"|écrivait)|{_WRONG} \w+"
                r"|(comportait|contenait) une erreur)\b.*"
            ),
            (
                r"(correction|rectificatif|erratum|précision|note de la rédaction|ndlr)s?"
                rf"(,? (le |du )?(\w+ )?\d[\w ,]{{0,20}})? ?: ?(?=.*\b(cet(te)?|ce"
                rf"|notre) {_TEXT}\b).*\b(version (précédente|antérieure|initiale)"
                rf"|première version|{_WRONG}|{_CORRECTED})\b.*"
            ),
        ),
        "note of an agency": (
            (
                r"\(((actualisée?|complétée?|corrigée?|mise? à jour|répétition) ?(:|avec|pour|dans le|au)|"
                r"(actualise|complète|ajoute|corrige|rectifie) (avec|les?|la|des|du|l')\b) ?[^()\d]{2,200}\)\.?"
            ),
        ),
        "prompt to pay": (
            (
                "((abonnez-vous|connectez-vous) (pour|afin de?) (soutenir|lire|accéder à (cet?|la suite|l'|nos|tous)"
                "|continuer|poursuivre|débloquer|commenter|réagir)|soutenez (notre|nos|le journal)|faites un don"
                "|devenez (membre"
                "|abonnée?)|déjà abonnée?"
                r"|il vous reste \d+ ?%|pour lire la suite)\b.{0,140}"
            ),
        ),
    },
)
