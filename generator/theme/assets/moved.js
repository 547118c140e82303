// At an earlier address of an article: leads on at once, to the same fact. Without it, the list of the page does.
location.replace(document.querySelector('link[rel="canonical"]').href + location.hash);
