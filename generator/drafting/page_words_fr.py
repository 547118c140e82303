"""What a French page says around an article."""

from __future__ import annotations

from generator.drafting.page_words import PageWords

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
        ),
        "table of contents": (*("(au )?sommaire", "dans cet article"),),
        "prompt to share": (
            r"écouter (cet )?article.{0,30}|(enregistrer|offrir|imprimer) (cet )?article.{0,30}",
            r"(partager|partagez|imprimer|envoyer par|copier le lien|suivez-nous|suivre)\b.{0,60}",
        ),
        "prompt for comments": (
            r"commentaires? (fermés?|désactivés?|clos).{0,20}",
            *(r"(\d+ )?commentaires?( \(\d+\))?", "réagir"),
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
            *("fin( du communiqué)?", "discours", "allocution"),
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
            (
                "(de|à|cc|date|objet|réf|lieu|mots?-clés?|tags?|thèmes?|catégories?|rubriques?|source|auteur"
                "|sujet|partager) ?: ?.{0,100}"
            ),
        ),
    },
    sentences={
        "newsletter box": (
            (
                r"(inscrivez-vous|abonnez-vous|recevez)\b.{0,140}\b(infolettre|newsletters?|lettre|boîte|courriel"
                r"|mail|alertes?)\b.{0,80}"
            ),
            r".{0,80}\bdans votre boîte (mail|aux lettres|de réception)\b.{0,60}",
        ),
        "prompt for comments": (
            "donnez votre avis.{0,80}",
            "(commentez|réagissez à) (cet|l') ?article.{0,60}",
            "soyez le premier à (commenter|réagir).{0,40}",
        ),
        "prompt of the page": (
            "cet article vous .{0,50}",
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
        ),
        "note on the page": (
            (
                r"(?!.*\b(traité|constitution|loi|convention|statuts)\b)"
                "cet(te)? (article|texte|page|contenu|dépêche|version) (a été|est|provient|contient"
                r"|reprend)\b.*\b(publiée?|mise? à jour|modifiée?|corrigée?|traduite?|générée?|initialement"
                r"|reproduite?|réservée?|liens?)\b.*"
            ),
        ),
        "prompt to pay": (
            (
                "(soutenez (notre|nos|le journal)|faites un don|devenez (membre|abonnée?)|déjà abonnée?"
                r"|il vous reste \d+ ?%|pour lire la suite)\b.{0,140}"
            ),
        ),
    },
)
