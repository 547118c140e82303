"""Places of ISO 3166-1 by their codes, from CLDR and a table of ours; `python -m tools.countries` writes it.

A line is `code|name|other names|demonyms|capitals|doubtful`: the English name, then English and French spellings
together, parted by semicolons. A demonym in small letters is French, and is found with a capital too. What is doubtful
may mean another as well.
"""

TABLE = """\
AD|Andorra|Andorre|Andorran;Andorrans;andorran;andorrans;andorrane;andorranes|Andorra la Vella;Andorre-la-Vieille|
AE|United Arab Emirates|UAE;Émirats arabes unis|Emirati;Emiratis;émirati;émiratis;émiratie;émiraties|Abu Dhabi;Abou Dhabi|Emirates;EAU
AF|Afghanistan||Afghan;Afghans;afghan;afghans;afghane;afghanes|Kabul;Kaboul|
AG|Antigua and Barbuda|Antigua & Barbuda;Antigua-et-Barbuda|Antiguan;Antiguans;antiguais;antiguaise;antiguaises|St. John's|Antigua
AI|Anguilla||||
AL|Albania|Albanie|Albanian;Albanians;albanais;albanaise;albanaises|Tirana|
AM|Armenia|Arménie|Armenian;Armenians;arménien;arméniens;arménienne;arméniennes|Yerevan;Erevan|
AO|Angola||Angolan;Angolans;angolais;angolaise;angolaises|Luanda|
AQ|Antarctica|Antarctique|||
AR|Argentina|Argentine|Argentine;Argentines;Argentinian;Argentinians;Argentinean;Argentineans;argentin;argentins;argentine;argentines|Buenos Aires|
AS|American Samoa|Samoa américaines|||
AT|Austria|Autriche|Austrian;Austrians;autrichien;autrichiens;autrichienne;autrichiennes|Vienna;Vienne|
AU|Australia|Australie|Australian;Australians;australien;australiens;australienne;australiennes|Canberra|
AW|Aruba||Aruban;Arubans|Oranjestad|
AX|Åland Islands|Îles Åland|||
AZ|Azerbaijan|Azerbaïdjan|Azerbaijani;Azerbaijanis;azerbaïdjanais;azerbaïdjanaise;azerbaïdjanaises|Baku;Bakou|Azeri;azéri
BA|Bosnia and Herzegovina|Bosnia & Herzegovina;Bosnia;Bosnia-Herzegovina;Bosnie-Herzégovine;Bosnie|Bosnian;Bosnians;bosnien;bosniens;bosnienne;bosniennes|Sarajevo|Bosniak;Bosniaks;bosniaque
BB|Barbados|Barbade|Barbadian;Barbadians;barbadien;barbadiens;barbadienne;barbadiennes|Bridgetown|
BD|Bangladesh||Bangladeshi;Bangladeshis;bangladais;bangladaise;bangladaises|Dhaka;Dacca|
BE|Belgium|Belgique|Belgian;Belgians;belge;belges|Brussels;Bruxelles|
BF|Burkina Faso|Burkina|Burkinabe;Burkinabé;burkinabè;burkinabès|Ouagadougou|
BG|Bulgaria|Bulgarie|Bulgarian;Bulgarians;bulgare;bulgares|Sofia|
BH|Bahrain|Bahreïn|Bahraini;Bahrainis;bahreïnien;bahreïniens;bahreïnienne;bahreïniennes|Manama|
BI|Burundi||Burundian;Burundians;burundais;burundaise;burundaises|Gitega|
BJ|Benin|Bénin|Beninese;béninois;béninoise;béninoises|Porto-Novo|
BL|St. Barthélemy|Saint-Barthélemy|||
BM|Bermuda|Bermudes|Bermudian;Bermudians||
BN|Brunei|Brunei Darussalam|Bruneian;Bruneians;brunéien;brunéiens;brunéienne;brunéiennes|Bandar Seri Begawan|
BO|Bolivia|Bolivie|Bolivian;Bolivians;bolivien;boliviens;bolivienne;boliviennes|Sucre;La Paz|
BQ|Caribbean Netherlands|Pays-Bas caribéens|||
BR|Brazil|Brésil|Brazilian;Brazilians;brésilien;brésiliens;brésilienne;brésiliennes|Brasília|
BS|Bahamas|The Bahamas|Bahamian;Bahamians;bahaméen;bahaméens;bahaméenne;bahaméennes;bahamien;bahamiens;bahamienne;bahamiennes|Nassau|
BT|Bhutan|Bhoutan|Bhutanese;bhoutanais;bhoutanaise;bhoutanaises|Thimphu;Thimphou|
BV|Bouvet Island|Île Bouvet|||
BW|Botswana||Botswanan;Botswanans;Batswana;Motswana;botswanais;botswanaise;botswanaises;botswanéen;botswanéens;botswanéenne;botswanéennes|Gaborone|
BY|Belarus|Biélorussie|Belarusian;Belarusians;biélorusse;biélorusses;bélarusse;bélarusses|Minsk|
BZ|Belize||Belizean;Belizeans;bélizien;béliziens;bélizienne;béliziennes|Belmopan|
CA|Canada||Canadian;Canadians;canadien;canadiens;canadienne;canadiennes|Ottawa|
CC|Cocos Islands|Îles Cocos|||
CD|Democratic Republic of the Congo|Democratic Republic of Congo;DR Congo;Congo-Kinshasa;République démocratique du Congo;RD Congo;RDC||Kinshasa|Congo;Congolese;congolais;DRC
CF|Central African Republic|République centrafricaine;Centrafrique|centrafricain;centrafricains;centrafricaine;centrafricaines|Bangui|Central African;RCA
CG|Republic of the Congo|Republic of Congo;Congo-Brazzaville;République du Congo||Brazzaville|Congo;Congolese;congolais
CH|Switzerland|Suisse|Swiss;suisse;suisses;helvétique;helvétiques|Bern;Berne|
CI|Ivory Coast|Côte d'Ivoire|Ivorian;Ivorians;ivoirien;ivoiriens;ivoirienne;ivoiriennes|Yamoussoukro|
CK|Cook Islands|Îles Cook|||
CL|Chile|Chili|Chilean;Chileans;chilien;chiliens;chilienne;chiliennes|Santiago|
CM|Cameroon|Cameroun|Cameroonian;Cameroonians;camerounais;camerounaise;camerounaises|Yaoundé|
CN|China|People's Republic of China;Chine;République populaire de Chine|Chinese;chinois;chinoise;chinoises|Beijing;Peking;Pékin|
CO|Colombia|Colombie|Colombian;Colombians;colombien;colombiens;colombienne;colombiennes|Bogotá|
CR|Costa Rica||Costa Rican;Costa Ricans;costaricien;costariciens;costaricienne;costariciennes|San José|
CU|Cuba||Cuban;Cubans;cubain;cubains;cubaine;cubaines|Havana;La Havane|
CV|Cape Verde|Cabo Verde;Cap-Vert|Cape Verdean;Cape Verdeans;Cabo Verdean;Cabo Verdeans;cap-verdien;cap-verdiens;cap-verdienne;cap-verdiennes;capverdien;capverdiens;capverdienne;capverdiennes|Praia|
CW|Curaçao||||
CX|Christmas Island|Île Christmas|||
CY|Cyprus|Chypre|Cypriot;Cypriots;chypriote;chypriotes|Nicosia;Nicosie|
CZ|Czechia|Czech Republic;Tchéquie;République tchèque|Czech;Czechs;tchèque;tchèques|Prague|
DE|Germany|Allemagne|German;Germans;allemand;allemands;allemande;allemandes|Berlin|
DJ|Djibouti||Djiboutian;Djiboutians;djiboutien;djiboutiens;djiboutienne;djiboutiennes||
DK|Denmark|Danemark|Danish;Danes;danois;danoise;danoises|Copenhagen;Copenhague|Dane
DM|Dominica|Commonwealth of Dominica|dominiquais;dominiquaise;dominiquaises|Roseau|Dominican;Dominicans;Dominique
DO|Dominican Republic|République dominicaine|dominicain;dominicains;dominicaine;dominicaines|Santo Domingo;Saint-Domingue|Dominican;Dominicans
DZ|Algeria|Algérie|Algerian;Algerians;algérien;algériens;algérienne;algériennes|Algiers;Alger|
EC|Ecuador|Équateur|Ecuadorian;Ecuadorians;Ecuadorean;Ecuadoreans;équatorien;équatoriens;équatorienne;équatoriennes|Quito|
EE|Estonia|Estonie|Estonian;Estonians;estonien;estoniens;estonienne;estoniennes|Tallinn|
EG|Egypt|Égypte|Egyptian;Egyptians;égyptien;égyptiens;égyptienne;égyptiennes|Cairo;Le Caire|
EH|Western Sahara|Sahara occidental|||
ER|Eritrea|Érythrée|Eritrean;Eritreans;érythréen;érythréens;érythréenne;érythréennes|Asmara|
ES|Spain|Espagne|Spanish;Spaniard;Spaniards;espagnol;espagnols;espagnole;espagnoles|Madrid|
ET|Ethiopia|Éthiopie|Ethiopian;Ethiopians;éthiopien;éthiopiens;éthiopienne;éthiopiennes|Addis Ababa;Addis-Abeba|
FI|Finland|Finlande|Finnish;Finns;finlandais;finlandaise;finlandaises|Helsinki|Finn;finnois
FJ|Fiji|Fidji|Fijian;Fijians;fidjien;fidjiens;fidjienne;fidjiennes|Suva|
FK|Falkland Islands|Îles Malouines|Falkland Islander;Falkland Islanders||
FM|Micronesia|Federated States of Micronesia;Micronésie|Micronesian;Micronesians;micronésien;micronésiens;micronésienne;micronésiennes|Palikir|
FO|Faroe Islands|Îles Féroé|Faroese;féroïen;féroïens|Tórshavn|
FR|France||French;Frenchman;Frenchmen;Frenchwoman;français;française;françaises|Paris|
GA|Gabon||Gabonese;gabonais;gabonaise;gabonaises|Libreville|
GB|United Kingdom|UK;U.K.;Britain;Great Britain;Royaume-Uni;Grande-Bretagne|British;Briton;Britons;britannique;britanniques|London;Londres|English;Englishman;anglais
GD|Grenada|La Grenade|Grenadian;Grenadians;grenadien;grenadiens;grenadienne;grenadiennes|St. George's|Grenade
GE|Georgia|Géorgie|Georgian;Georgians;géorgien;géorgiens;géorgienne;géorgiennes|Tbilisi;Tbilissi|
GF|French Guiana|Guyane française|||
GG|Guernsey|Guernesey|||
GH|Ghana||Ghanaian;Ghanaians;ghanéen;ghanéens;ghanéenne;ghanéennes|Accra|
GI|Gibraltar||Gibraltarian;Gibraltarians||
GL|Greenland|Groenland|Greenlandic;Greenlander;Greenlanders;groenlandais;groenlandaise;groenlandaises|Nuuk|
GM|Gambia|The Gambia;Gambie|Gambian;Gambians;gambien;gambiens;gambienne;gambiennes|Banjul|
GN|Guinea|||Conakry|Guinean;Guineans;guinéen;Guinée
GP|Guadeloupe||||
GQ|Equatorial Guinea|Guinée équatoriale|Equatoguinean;Equatoguineans;Equatorial Guinean;Equatorial Guineans;équato-guinéen;équato-guinéens;équato-guinéenne;équato-guinéennes|Malabo|Guinean;Guineans;guinéen
GR|Greece|Grèce|Greek;Greeks;grec;grecs;grecque;grecques;hellénique;helléniques|Athens;Athènes|
GS|South Georgia and South Sandwich Islands|South Georgia & South Sandwich Islands;Géorgie du Sud-et-les Îles Sandwich du Sud|||
GT|Guatemala||Guatemalan;Guatemalans;guatémaltèque;guatémaltèques|Guatemala City|
GU|Guam||||
GW|Guinea-Bissau|Guinée-Bissau;Guinée-Bissao|Bissau-Guinean;Bissau-Guineans;bissau-guinéen;bissau-guinéens;bissau-guinéenne;bissau-guinéennes;bissaoguinéen;bissaoguinéens;bissaoguinéenne;bissaoguinéennes|Bissau|Guinean;Guineans;guinéen
GY|Guyana||Guyanese;guyanien;guyaniens;guyanienne;guyaniennes|Georgetown|
HK|Hong Kong|Hongkong|Hongkonger;Hongkongers;Hong Konger;Hong Kongers;hongkongais;hongkongaise;hongkongaises||
HM|Heard and McDonald Islands|Heard & McDonald Islands;Îles Heard-et-MacDonald|||
HN|Honduras||Honduran;Hondurans;hondurien;honduriens;hondurienne;honduriennes|Tegucigalpa|
HR|Croatia|Croatie|Croatian;Croatians;croate;croates|Zagreb|Croat;Croats
HT|Haiti|Haïti|Haitian;Haitians;haïtien;haïtiens;haïtienne;haïtiennes|Port-au-Prince|
HU|Hungary|Hongrie|Hungarian;Hungarians;hongrois;hongroise;hongroises|Budapest|
ID|Indonesia|Indonésie|Indonesian;Indonesians;indonésien;indonésiens;indonésienne;indonésiennes|Jakarta|
IE|Ireland|Republic of Ireland;République d'Irlande|Irish;Irishman;Irishmen;Irishwoman|Dublin|Irlande;irlandais
IL|Israel|Israël|Israeli;Israelis;israélien;israéliens;israélienne;israéliennes||
IM|Isle of Man|Île de Man|Manx;mannois;mannoise;mannoises||
IN|India|Inde|Indian;Indians|New Delhi|indien
IO|British Indian Ocean Territory|Territoire britannique de l'océan Indien|||
IQ|Iraq|Irak|Iraqi;Iraqis;irakien;irakiens;irakienne;irakiennes;iraquien;iraquiens;iraquienne;iraquiennes|Baghdad;Bagdad|
IR|Iran||Iranian;Iranians;iranien;iraniens;iranienne;iraniennes|Tehran;Téhéran|
IS|Iceland|Islande|Icelandic;Icelander;Icelanders;islandais;islandaise;islandaises|Reykjavik;Reykjavík|
IT|Italy|Italie|Italian;Italians;italien;italiens;italienne;italiennes|Rome|
JE|Jersey||||
JM|Jamaica|Jamaïque|Jamaican;Jamaicans;jamaïcain;jamaïcains;jamaïcaine;jamaïcaines;jamaïquain;jamaïquains;jamaïquaine;jamaïquaines|Kingston|
JO|Jordan|Jordanie|Jordanian;Jordanians;jordanien;jordaniens;jordanienne;jordaniennes|Amman|
JP|Japan|Japon|Japanese;japonais;japonaise;japonaises|Tokyo|
KE|Kenya||Kenyan;Kenyans;kényan;kényans;kényane;kényanes|Nairobi|
KG|Kyrgyzstan|Kyrgyz Republic;Kirghizstan;Kirghizie|Kyrgyz;Kyrgyzstani;Kyrgyzstanis;kirghize;kirghizes|Bishkek;Bichkek|
KH|Cambodia|Cambodge|Cambodian;Cambodians;cambodgien;cambodgiens;cambodgienne;cambodgiennes|Phnom Penh|
KI|Kiribati||I-Kiribati;kiribatien;kiribatiens;kiribatienne;kiribatiennes|Tarawa|
KM|Comoros|Comores|Comorian;Comorians;comorien;comoriens;comorienne;comoriennes|Moroni|
KN|Saint Kitts and Nevis|St. Kitts and Nevis;St. Kitts & Nevis;St Kitts and Nevis;Saint-Christophe-et-Niévès|Kittitian;Kittitians;Nevisian;Nevisians;kittitien;kittitiens;kittitienne;kittitiennes|Basseterre|St. Kitts
KP|North Korea|DPRK;Democratic People's Republic of Korea;Corée du Nord|North Korean;North Koreans;nord-coréen;nord-coréens;nord-coréenne;nord-coréennes|Pyongyang|Korea;Korean;Koreans;Corée;coréen
KR|South Korea|Republic of Korea;Corée du Sud|South Korean;South Koreans;sud-coréen;sud-coréens;sud-coréenne;sud-coréennes|Seoul;Séoul|Korea;Korean;Koreans;Corée;coréen
KW|Kuwait|Koweït;Koweit|Kuwaiti;Kuwaitis;koweïtien;koweïtiens;koweïtienne;koweïtiennes|Kuwait City|
KY|Cayman Islands|Îles Caïmans|||
KZ|Kazakhstan|Kazakstan|Kazakh;Kazakhs;Kazakhstani;Kazakhstanis;kazakh;kazakhs;kazakhe;kazakhes;kazakhstanais;kazakhstanaise;kazakhstanaises|Astana|
LA|Laos||Laotian;Laotians;laotien;laotiens;laotienne;laotiennes|Vientiane|Lao
LB|Lebanon|Liban|Lebanese;libanais;libanaise;libanaises|Beirut;Beyrouth|
LC|Saint Lucia|St. Lucia;St Lucia;Sainte-Lucie|Saint Lucian;Saint Lucians;St. Lucian;St. Lucians;St Lucian;St Lucians;saint-lucien;saint-luciens;saint-lucienne;saint-luciennes|Castries|
LI|Liechtenstein||Liechtensteiner;Liechtensteiners;liechtensteinois;liechtensteinoise;liechtensteinoises|Vaduz|
LK|Sri Lanka||Sri Lankan;Sri Lankans;sri-lankais;sri-lankaise;sri-lankaises;srilankais;srilankaise;srilankaises|Colombo;Sri Jayawardenepura Kotte|
LR|Liberia||Liberian;Liberians;libérien;libériens;libérienne;libériennes|Monrovia|
LS|Lesotho||Basotho;Mosotho;lésothan;lésothans;lésothane;lésothanes|Maseru|
LT|Lithuania|Lituanie|Lithuanian;Lithuanians;lituanien;lituaniens;lituanienne;lituaniennes|Vilnius|
LU|Luxembourg||Luxembourgish;Luxembourger;Luxembourgers;luxembourgeois;luxembourgeoise;luxembourgeoises||
LV|Latvia|Lettonie|Latvian;Latvians;letton;lettons;lettonne;lettonnes|Riga|
LY|Libya|Libye|Libyan;Libyans;libyen;libyens;libyenne;libyennes|Tripoli|
MA|Morocco|Maroc|Moroccan;Moroccans;marocain;marocains;marocaine;marocaines|Rabat|
MC|Monaco||Monegasque;Monegasques;Monégasque;Monégasques;monégasque;monégasques||
MD|Moldova|Republic of Moldova;Moldavie;République de Moldavie|Moldovan;Moldovans;moldave;moldaves|Chisinau;Chișinău|
ME|Montenegro|Monténégro|Montenegrin;Montenegrins;monténégrin;monténégrins;monténégrine;monténégrines|Podgorica|
MF|St. Martin||||
MG|Madagascar||Malagasy;malgache;malgaches|Antananarivo;Tananarive|
MH|Marshall Islands|Îles Marshall|Marshallese;marshallais;marshallaise;marshallaises|Majuro|
MK|North Macedonia|Macédoine du Nord|North Macedonian;North Macedonians;nord-macédonien;nord-macédoniens;nord-macédonienne;nord-macédoniennes|Skopje|Macedonia;Macedonian;Macedonians;macédonien
ML|Mali||Malian;Malians;malien;maliens;malienne;maliennes|Bamako|
MM|Myanmar|Burma;Birmanie|Burmese;birman;birmans;birmane;birmanes|Naypyidaw;Nay Pyi Taw|
MN|Mongolia|Mongolie|Mongolian;Mongolians|Ulaanbaatar;Ulan Bator;Oulan-Bator|Mongol;Mongols;mongol
MO|Macau|Macao|Macanese;macanais;macanaise;macanaises||
MP|Northern Mariana Islands|Îles Mariannes du Nord|||
MQ|Martinique||||
MR|Mauritania|Mauritanie|Mauritanian;Mauritanians;mauritanien;mauritaniens;mauritanienne;mauritaniennes|Nouakchott|
MS|Montserrat||||
MT|Malta|Malte|Maltese;maltais;maltaise;maltaises|Valletta;La Valette|
MU|Mauritius|Île Maurice;République de Maurice|Mauritian;Mauritians;mauricien;mauriciens;mauricienne;mauriciennes|Port Louis;Port-Louis|Maurice
MV|Maldives||Maldivian;Maldivians;maldivien;maldiviens;maldivienne;maldiviennes|Malé|
MW|Malawi||Malawian;Malawians;malawite;malawites;malawien;malawiens;malawienne;malawiennes|Lilongwe|
MX|Mexico|Mexique|Mexican;Mexicans;mexicain;mexicains;mexicaine;mexicaines|Mexico City|
MY|Malaysia|Malaisie|Malaysian;Malaysians;malaisien;malaisiens;malaisienne;malaisiennes|Kuala Lumpur|
MZ|Mozambique||Mozambican;Mozambicans;mozambicain;mozambicains;mozambicaine;mozambicaines|Maputo|
NA|Namibia|Namibie|Namibian;Namibians;namibien;namibiens;namibienne;namibiennes|Windhoek|
NC|New Caledonia|Nouvelle-Calédonie|New Caledonian;New Caledonians;néo-calédonien;néo-calédoniens;néo-calédonienne;néo-calédoniennes;calédonien;calédoniens;calédonienne;calédoniennes|Nouméa|
NE|Niger||Nigerien;Nigeriens;nigérien;nigériens;nigérienne;nigériennes|Niamey|
NF|Norfolk Island|Île Norfolk|||
NG|Nigeria||Nigerian;Nigerians;nigérian;nigérians;nigériane;nigérianes|Abuja|
NI|Nicaragua||Nicaraguan;Nicaraguans;nicaraguayen;nicaraguayens;nicaraguayenne;nicaraguayennes|Managua|
NL|Netherlands|The Netherlands;Pays-Bas|Dutch;Dutchman;Dutchmen;Dutchwoman;néerlandais;néerlandaise;néerlandaises|Amsterdam|Holland;hollandais
NO|Norway|Norvège|Norwegian;Norwegians;norvégien;norvégiens;norvégienne;norvégiennes|Oslo|
NP|Nepal|Népal|Nepali;Nepalis;Nepalese;népalais;népalaise;népalaises|Kathmandu;Katmandou|
NR|Nauru||Nauruan;Nauruans;nauruan;nauruans;nauruane;nauruanes|Yaren|
NU|Niue||||
NZ|New Zealand|Nouvelle-Zélande|New Zealander;New Zealanders;néo-zélandais;néo-zélandaise;néo-zélandaises|Wellington|
OM|Oman||Omani;Omanis;omanais;omanaise;omanaises|Muscat;Mascate|
PA|Panama||Panamanian;Panamanians;panaméen;panaméens;panaméenne;panaméennes|Panama City|
PE|Peru|Pérou|Peruvian;Peruvians;péruvien;péruviens;péruvienne;péruviennes|Lima|
PF|French Polynesia|Polynésie française|French Polynesian;French Polynesians|Papeete|
PG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua New Guinean;Papua New Guineans;papouan-néo-guinéen;papouan-néo-guinéens;papouan-néo-guinéenne;papouan-néo-guinéennes|Port Moresby|Guinean;Guineans;Papuan;Papouasie;papou
PH|Philippines|The Philippines|Philippine;Filipino;Filipinos;Filipina;Filipinas;philippin;philippins;philippine;philippines|Manila;Manille|
PK|Pakistan||Pakistani;Pakistanis;pakistanais;pakistanaise;pakistanaises|Islamabad|
PL|Poland|Pologne|Polish;Poles;polonais;polonaise;polonaises|Warsaw;Varsovie|Pole
PM|St. Pierre and Miquelon|St. Pierre & Miquelon;Saint-Pierre-et-Miquelon|||
PN|Pitcairn Islands|Îles Pitcairn|||
PR|Puerto Rico|Porto Rico|Puerto Rican;Puerto Ricans;portoricain;portoricains;portoricaine;portoricaines||
PS|Palestine|Palestinian Territories;State of Palestine;Territoires palestiniens;État de Palestine|Palestinian;Palestinians;palestinien;palestiniens;palestinienne;palestiniennes||
PT|Portugal||Portuguese;portugais;portugaise;portugaises|Lisbon;Lisbonne|
PW|Palau|Palaos|Palauan;Palauans;palaosien;palaosiens;palaosienne;palaosiennes;palauan;palauans;palauane;palauanes|Ngerulmud|
PY|Paraguay||Paraguayan;Paraguayans;paraguayen;paraguayens;paraguayenne;paraguayennes|Asunción|
QA|Qatar||Qatari;Qataris;qatari;qataris;qatarie;qataries;qatarien;qatariens;qatarienne;qatariennes|Doha|
RE|Réunion|La Réunion|||
RO|Romania|Roumanie|Romanian;Romanians;roumain;roumains;roumaine;roumaines|Bucharest;Bucarest|
RS|Serbia|Serbie|Serbian;Serbians;serbe;serbes|Belgrade|Serb;Serbs
RU|Russia|Russian Federation;Russie;Fédération de Russie|Russian;Russians;russe;russes|Moscow;Moscou|
RW|Rwanda||Rwandan;Rwandans;rwandais;rwandaise;rwandaises|Kigali|
SA|Saudi Arabia|Arabie saoudite|Saudi;Saudis;Saudi Arabian;Saudi Arabians;saoudien;saoudiens;saoudienne;saoudiennes|Riyadh;Riyad|
SB|Solomon Islands|Îles Salomon|Solomon Islander;Solomon Islanders;salomonais;salomonaise;salomonaises|Honiara|Salomon
SC|Seychelles||Seychellois;seychellois;seychelloise;seychelloises|Victoria|
SD|Sudan||Sudanese|Khartoum|Soudan;soudanais
SE|Sweden|Suède|Swedish;Swede;Swedes;suédois;suédoise;suédoises|Stockholm|
SG|Singapore|Singapour|Singaporean;Singaporeans;singapourien;singapouriens;singapourienne;singapouriennes||
SH|St. Helena|Sainte-Hélène|||
SI|Slovenia|Slovénie|Slovenian;Slovenians;Slovene;Slovenes;slovène;slovènes|Ljubljana|
SJ|Svalbard and Jan Mayen|Svalbard & Jan Mayen;Svalbard et Jan Mayen|||
SK|Slovakia|Slovaquie|Slovak;Slovaks;Slovakian;Slovakians;slovaque;slovaques|Bratislava|
SL|Sierra Leone||Sierra Leonean;Sierra Leoneans;sierra-léonais;sierra-léonaise;sierra-léonaises|Freetown|
SM|San Marino|Saint-Marin|Sammarinese;saint-marinais;saint-marinaise;saint-marinaises||
SN|Senegal|Sénégal|Senegalese;sénégalais;sénégalaise;sénégalaises|Dakar|
SO|Somalia|Somalie|Somali;Somalis;somalien;somaliens;somalienne;somaliennes|Mogadishu;Mogadiscio|
SR|Suriname||Surinamese;surinamais;surinamaise;surinamaises;surinamien;surinamiens;surinamienne;surinamiennes|Paramaribo|
SS|South Sudan|Soudan du Sud|South Sudanese;sud-soudanais;sud-soudanaise;sud-soudanaises|Juba;Djouba|
ST|São Tomé and Príncipe|São Tomé & Príncipe;Sao Tome and Principe;Sao Tomé-et-Principe|Santomean;Santomeans;São Toméan;São Toméans;santoméen;santoméens;santoméenne;santoméennes|São Tomé|
SV|El Salvador||Salvadoran;Salvadorans;Salvadorean;Salvadoreans;Salvadorian;Salvadorians;salvadorien;salvadoriens;salvadorienne;salvadoriennes|San Salvador|Salvador
SX|Sint Maarten||||
SY|Syria|Syrie|Syrian;Syrians;syrien;syriens;syrienne;syriennes|Damascus;Damas|
SZ|Eswatini|Swaziland|Swazi;Swazis;swazi;swazis;swazie;swazies;eswatinien;eswatiniens;eswatinienne;eswatiniennes|Mbabane;Lobamba|
TC|Turks and Caicos Islands|Turks & Caicos Islands;Îles Turques-et-Caïques|||
TD|Chad|Tchad|Chadian;Chadians;tchadien;tchadiens;tchadienne;tchadiennes|N'Djamena|
TF|French Southern Territories|Terres australes françaises|||
TG|Togo||Togolese;togolais;togolaise;togolaises|Lomé|
TH|Thailand|Thaïlande|Thai;Thais;thaïlandais;thaïlandaise;thaïlandaises|Bangkok|
TJ|Tajikistan|Tadjikistan|Tajik;Tajiks;Tajikistani;Tajikistanis;tadjik;tadjiks;tadjike;tadjikes|Dushanbe;Douchanbé|
TK|Tokelau||||
TL|Timor-Leste|East Timor;Timor oriental|Timorese;East Timorese;timorais;timoraise;timoraises;est-timorais;est-timoraise;est-timoraises|Dili|
TM|Turkmenistan|Turkménistan|Turkmen;turkmène;turkmènes|Ashgabat;Achgabat|
TN|Tunisia|Tunisie|Tunisian;Tunisians;tunisien;tunisiens;tunisienne;tunisiennes|Tunis|
TO|Tonga||Tongan;Tongans;tongien;tongiens;tongienne;tongiennes;tonguien;tonguiens;tonguienne;tonguiennes|Nuku'alofa|
TR|Turkey|Türkiye;Turquie|Turkish;turc;turcs;turque;turques|Ankara|Turk;Turks
TT|Trinidad and Tobago|Trinidad & Tobago;Trinité-et-Tobago|Trinidadian;Trinidadians;Tobagonian;Tobagonians;trinidadien;trinidadiens;trinidadienne;trinidadiennes|Port of Spain|Trinidad
TV|Tuvalu||Tuvaluan;Tuvaluans;tuvaluan;tuvaluans;tuvaluane;tuvaluanes|Funafuti|
TW|Taiwan|Taïwan|Taiwanese;taïwanais;taïwanaise;taïwanaises|Taipei|Republic of China;République de Chine
TZ|Tanzania|Tanzanie|Tanzanian;Tanzanians;tanzanien;tanzaniens;tanzanienne;tanzaniennes|Dodoma|
UA|Ukraine||Ukrainian;Ukrainians;ukrainien;ukrainiens;ukrainienne;ukrainiennes|Kyiv;Kiev|
UG|Uganda|Ouganda|Ugandan;Ugandans;ougandais;ougandaise;ougandaises|Kampala|
UM|U.S. Outlying Islands|Îles mineures éloignées des États-Unis|||
US|United States|US;U.S.;USA;U.S.A.;United States of America;États-Unis;États-Unis d'Amérique|American;Americans;américain;américains;américaine;américaines|Washington|America
UY|Uruguay||Uruguayan;Uruguayans;uruguayen;uruguayens;uruguayenne;uruguayennes|Montevideo|
UZ|Uzbekistan|Ouzbékistan|Uzbek;Uzbeks;Uzbekistani;Uzbekistanis;ouzbek;ouzbeks;ouzbèke;ouzbèkes|Tashkent;Tachkent|
VA|Vatican City|Vatican;Holy See;État de la Cité du Vatican;Saint-Siège|||
VC|Saint Vincent and the Grenadines|St. Vincent and Grenadines;St. Vincent & Grenadines;St Vincent and the Grenadines;St. Vincent and the Grenadines;Saint-Vincent-et-les Grenadines|Vincentian;Vincentians;vincentais;vincentaise;vincentaises;saint-vincentais;saint-vincentaise;saint-vincentaises|Kingstown|St. Vincent
VE|Venezuela||Venezuelan;Venezuelans;vénézuélien;vénézuéliens;vénézuélienne;vénézuéliennes|Caracas|
VG|British Virgin Islands|Îles Vierges britanniques|||
VI|U.S. Virgin Islands|Îles Vierges des États-Unis|||
VN|Vietnam|Viet Nam;Viêt Nam|Vietnamese;vietnamien;vietnamiens;vietnamienne;vietnamiennes|Hanoi;Hanoï|
VU|Vanuatu||Ni-Vanuatu;vanuatuan;vanuatuans;vanuatuane;vanuatuanes|Port Vila;Port-Vila|
WF|Wallis and Futuna|Wallis & Futuna;Wallis-et-Futuna|||
WS|Samoa||Samoan;Samoans;samoan;samoans;samoane;samoanes|Apia|
XK|Kosovo||Kosovan;Kosovans;Kosovar;Kosovars;kosovar;kosovars;kosovare;kosovares|Pristina|
YE|Yemen|Yémen|Yemeni;Yemenis;yéménite;yéménites|Sanaa;Sana'a|
YT|Mayotte||||
ZA|South Africa|Afrique du Sud|South African;South Africans;sud-africain;sud-africains;sud-africaine;sud-africaines|Pretoria|
ZM|Zambia|Zambie|Zambian;Zambians;zambien;zambiens;zambienne;zambiennes|Lusaka|
ZW|Zimbabwe||Zimbabwean;Zimbabweans;zimbabwéen;zimbabwéens;zimbabwéenne;zimbabwéennes|Harare|
"""  # noqa: E501 -- a place a line
