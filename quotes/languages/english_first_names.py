"""First names that tell whether a person is a man or a woman. Data only."""

from __future__ import annotations

MALE = """
    aaron abbas abd abdallah abdel abdel-aziz abdel-fattah abdel-rahman abdelaziz abdelfattah abdelilah
    abdelkader abdelmadjid abdelrahman abdi abdoulaye abdrabbuh abdul abdul-aziz abdul-rahman abdulaziz
    abdulkadir abdulkarim abdulla abdullah abdullahi abdullatif abdulrahman abdur abdus abe abebe abed
    abel abhijit abhishek abhisit abiy abraham abubakar adam adebayo adel adewale adham adil aditya
    adnan adolfo adrian adrien agim agostinho agus agustín aharon ahmad ahmed ahmet ahsan aidan
    airlangga ajay ajit akash akbar akhilesh akhmed akif akihiko akihito akio akira akram akshay alaa
    alain alan alassane alastair albert alberto alec alejandro aleksandar aleksander aleksandr aleksei
    aleksey alessandro alessio alexander alexandre alexandros alexandru alexei alexey alfie alfonso
    alfred alfredo algirdas alhassan ali ali-akbar ali-reza alija aliko alireza alistair aliyu allan
    allen almazbek alois alon alonzo alphonse alton alvaro alvin amadou amarinder amartya amin amine
    aminu amir amit amitabh ammar amos amr amrullah anand anas anatoli anatoliy anatoly anders andre
    andreas andrei andrej andres andrew andrey andrii andris andrius andriy andrzej andré andrés andy
    angelo angus anies anil ante anthony antoine anton antoni antonino antonio antonis antonín antti
    antónio anura anurag anutin anwar aníbal apostolos arash archie arie arif aristide arjun arkady
    arman armando armen armin arnab arnaud arno arnold arsen arseniy arshad artem arthur artis arturo
    artyom arun arvind arvydas aryeh asa asad asaduddin asher ashish ashok ashraf ashwin asif asim aslam
    assaf assimi atal atanas atef atiku augusto austin avi avichai avigdor avinash avner avraham aydin
    ayman azhar aziz babacar babak babar babatunde badr bahman bahram bakary bakr bambang ban bandar
    barack barham barney barron barry bart baruch basel bashar bashir basil bassam bassem bassirou
    basuki beau behrouz behzad beji bekir ben benedict bengt benigno benjamin bennie benny benoit benoît
    benyamin beppe berat bernard bernardo bernd bernhard bernie bert bertrand beto bettino bezalel
    bhagwant bhumibol bhupinder bidzina bijan bilal bilawal bill billy binali binyamin bjorn björn bjørn
    blaise boaz bob bobby bogdan boguslaw bohdan bohuslav bojan bongbong boris borislav borut boubacar
    boutros boyd boyko brad bradley brandon branislav branko brendan brent brett brian brice bronislaw
    bronisław bruce bruno bryan bryce budi bujar bulent burak byron bülent caleb callum calvin carl
    carl-johan carlo carlos carlton carsten cary cassius cecil cedric celal celso cem cemal cemil cengiz
    cesar cesare cevdet chaim chandrababu charles charley charlie cheikh chester chidi chinedu chinua
    chirag christian christoph christophe christopher chuck chukwuemeka clarence clark claudio claus
    clay clayton clement cliff clifford clifton clint clive clyde clément cody cole colin connor conor
    conrad constantin corey cornel cornelius cory costas craig cristian cristiano curt curtis cyril
    cyrille cyrus césar dacian damian damien damir damon dan daniel daniil danilo danny dante danylo
    daoud darius dariush darnell darrell darren darryl daryl dave david davide davit davood davor dean
    declan deepak dejan denis dennis denny denys denzel deray derek derrick desmond detlef devendra
    devin dexter dharmendra dick didier diego dieter dietmar dietrich digvijaya dilip dimitar dimitri
    dimitris dinesh diosdado dirk dmitri dmitriy dmitry dmytro domenico domingo dominic dominik don
    donald donnie donovan doron doug douglas dov doyle dragan driss dritan duane dudley duncan dusan
    dustin dwight dylan dzhokhar eamon earl ebrahim ed eddie edgar edgardo edgars edi edmund edmundo
    edouard edson eduard eduardo edward edwin egils egon ehab ehsan ehud einar eitan eknath ekrem elad
    elazar eli elias eliezer elijah eliyahu elliott elmer elon elton elvis emanuele emeka emil emile
    emilio emin emmanuel emmerson emmett emomali emre enele enes enrique enver enzo eran ercan erdal
    erdem erhan eric erich erik erling ernest ernesto ernie ernst erol errol ertugrul esko esmaeil
    esmail espen essam esteban ethan etienne ettore eugene evan evangelos evariste everett evgeny evo
    eyal ezekiel ezra fabien fabio fabrice fabrizio fadi fahad fahd fahmi fahrettin faisal fares farhad
    farid farooq farouk faruk fathi fatih faure fawad fawaz fawzi fayez fayiz faysal fazal federico
    felipe felix femi ferdinand ferenc fergus fernando feroz festus fethullah fidel fikri filip filipe
    filippo finn flavio florian florin floyd fodé forrest fouad francesco francisco franco francois
    franjo frank frank-walter frankie franklin frans franz fraser fred freddie freddy frederic frederick
    fredrik friedrich fritz frédéric fuad fuat fumio fyodor félix gabe gabor gabriel gabrielius gadi
    gamal ganesh ganjar gareth garrett garth gary gaston gaurav gautam gavin gebran geert geir gene
    gennadi gennadiy gennady geoff geoffrey georg george georges georgi georgios georgy gerald gerard
    gerardo gerd gergely gerhard germán gerry ghassan ghazi gheorghe gholam gholamreza giacomo giancarlo
    gianfranco gianluca gianni giannis gibran gideon gilad gilbert gilberto gilles gino giora giorgi
    giorgio giorgos giovanni gitanas giuliano giulio giuseppe gjorge gleb glen glenn godfrey gonzalo
    goodluck gopal goran gordon gotabaya gottfried graeme graham grant greg gregorio gregory grigory
    grover grzegorz grégoire guido guilherme guillaume guillermo gulbuddin gunnar gunther gurbanguly gus
    gustavo guy gyorgy gyula györgy gábor gérald gérard günter günther haakon habib habibullah hadi
    hafez hafiz hage haibatullah haidar haider haile hailemariam haim haitham hakainde hakan hakeem hal
    halvard hamad hamdi hamed hamid hamish hamza hani hanif hank hans harald hardeep hari haris harish
    harlan harold haroun harry harsh haruhiko haruki harvey hasan hashem hashim hassan hatem haytham
    hazem hector heikki heiko heiner heinz hekmat helmut hendrik henk henrik henry herb herbert herbie
    heriberto herman hernan hernán hervé herzi hesham hicham hideaki hideki hideo hikmet himanta
    hirohito hirokazu hiroshi hiroyuki hisham hishammuddin homer hooshang horace horacio horst hosni
    hossam hossein howard howie hrant hristijan hubert hugh hugo hugues hulusi humayun humberto humphrey
    humza hunter husam huseyin husni hussain hussein håkan héctor hüseyin iain ian ibrahim ichiro idris
    idriss ifeanyi iftikhar ignacio igor ihab ihor ilan ilias ilir illia ilya imad imran imre imtiaz
    inder ingmar ingo ingvar ioan ioannis ion iqbal ira irakli irvin irving irwin isaac isaiah isaias
    islom ismail issa issam istvan istván itai itamar itzhak ivan ivaylo ivica ivo iván iyad iñigo
    jaafar jaap jabr jacek jack jacob jacques jae-in jafar jagan jagdeep jagmeet jair jairam jairo
    jakaya jake jakob jakub jalal jamaal jamal james jamshed jamshid janez janos jared jari jaroslav
    jaroslaw jarosław jarrod jason jasper jaswant javad javed javid javier javon jawad jawaharlal jay
    jayden jean-baptiste jean-bertrand jean-claude jean-francois jean-françois jean-jacques jean-louis
    jean-luc jean-marc jean-marie jean-michel jean-noël jean-paul jean-philippe jean-pierre jean-yves
    jeb jed jeff jeffrey jens jeremy jermaine jeroen jerome jerry jerzy jesus jesús jeyhun jibril jim
    jimmie jimmy jin jinping jiri jiro jitendra jiří joao joaquin joaquín jochen joe joel joey johan
    johannes john johnathan johnnie johnny joko jomo jon jonas jonathan jong-un jordi jorge jorgen jose
    josef josep joseph josh joshua josiah josip josué josé jovan jovenel jozef joão joël juan juergen
    juha jukka julian julien julio julius julián jun junichi junichiro juraj juri jussi justin jusuf
    jyotiraditya jérôme jörg jørgen jürgen kadir kailash kais kamal kamel kamil kamran kanye kapil karan
    kareem karel karim karl karl-heinz karl-theodor karol karsten karthik karti kash kassem kassim
    kassym-jomart katsunobu kaveh kayode kazem kazimierz kazuo keir keisuke keith kelvin kemal ken kenan
    kendrick kenichi kenji kenneth kenny kent kenta kentaro kenzo kerem kevin kgalema khairy khaldoun
    khaled khalid khalifa khalil khawaja khosrow khurram khurshid ki-moon kieran kiren kiril kirill kirk
    kishore kiyoshi kizza kjell klaus klemens knud knut koffi kofi koichi koji kojo konrad konstantin
    konstantinos kostas kostyantyn kresimir krishna krisjanis kristian kristoffer krišjānis krzysztof
    kuldeep kumar kunal kurmanbek kurt kwabena kwaku kwame kwasi kwesi kyle kyriakos kyrylo ladislav
    lajos lalit lalu lamar lamin lamont lance lansana larry lars lasse laszlo laurent lawrence laxman
    lazarus leandro lebron lech leif len lennart lenny lenín leo leon leonard leonardo leonel leonid
    leopold leopoldo leroy lester leszek lev levan levent levi lewis liam liaqat linas lionel liviu
    lloyd logan lonnie lorenz lorenzo lorne lotay lothar lou louay louie louis loïc lubomir luc luca
    lucas luciano lucien lucio ludwig luhut luigi luis luiz luka lukas luke lula lulzim luther luís lyle
    lyndon lászló léon maarten maciej macky mads magnus mahamadou mahamat mahathir mahdi mahendra maher
    mahesh mahinda mahmood mahmoud mahmud mahmut maithripala majed majid maksim maksym malachi malcolm
    mallikarjun mamadou mamady mamdouh manasseh manfred mangosuthu manish manmohan manny manohar manoj
    mansour mansur manuel marc marcel marcello marcellus marcelo marcin marcio marco marcos marcus marek
    margus mariano mario marius mariusz mark markos markus markwayne marshall martin marty martín marvin
    marwan masahiro masao masashi masayoshi masayuki mason masoud massimo massoud mateo mateusz mathew
    mathias mathieu matt matteo matthew matthias matthieu matti mattias matías maurice mauricio maurizio
    mauro max maxime maximilian maxwell mazen medgar medhat mehdi mehmet mehran mehrdad meir meles
    melvin menachem mengistu merrick mervyn mesut metin mevlut mevlüt micah michael michal michał michel
    micheál michiel mick mickey miguel mihai mihail mikael mike mikhail mikheil mikkel mikko miklos
    miklós milan miles milo milorad milos miloš milton ming minoru mircea mirek miro miroslav misha
    mitch mitchell mitt mladen mo mobutu mogens mohamad mohamed mohammad mohammad-javad mohammadu
    mohammed mohamud mohan mohd mohsen mohsin moisés mojtaba mokgweetsi mokhtar momir moncef mondaire
    monty mordechai morris mort morten morteza mortimer moses moshe mostafa moti mounir mourad moussa
    moustafa moustapha muammar mubarak muhammad muhammadu muhammed muharrem muhoozi muhyiddin mujtaba
    mukesh mukhtar mukul mulayam munir muqtada murad murat murray musa mustafa mustapha mwai mykhailo
    mykola myron nabeel nabih nabil nadav nadeem nader nadhim nadim naftali naguib naif naji najib naoki
    naoto narayan narendra naresh naruhito nasr nasrullah nasser nat natan nate nathan nathanael
    nathaniel naveed naveen nawaf nawaz nayef nayib nebojsa nechirvan necmettin ned neil nelson nenad
    neville newt nicholas nick nicolae nicolas nicolaus nicolás nicos nicusor nidal niels nigel nikhil
    nikol nikola nikolai nikolay nikoloz nikos nils nir nirav nissim nitin nitish nizar nnamdi noah noam
    nobuo noel nolan norbert norm norman norodom noureddine nouri numan nuno nurettin nursultan néstor
    octavian octavio oded ofer ofir oktay olaf olav ole oleg oleh oleksandr oleksii oleksiy oliver
    olivier ollanta olli ollie olusegun omar omer omid ondrej ondřej onur oren orhan orlando orrin orson
    orville osama osamu oscar osman osvaldo oswald othman otis otto ousmane owen ozan paavo pablo paddy
    padraig pankaj panos paolo pascal pascual pasquale patricio patrick paul paulo pavel pavlos
    pavol pawan pawel paweł pedro pekka pepe percy perry pertti pervaiz pervez petar pete peter petr
    petre petro petros petter petteri peyman phil philip philipp philippe phillip pierce piero pierre
    piers piet pieter pietro pinarayi piotr piyush plamen poul prabowo pradeep prakash pramod pranab
    prasad prashant pratap praveen prawit prayut prayuth preet preston pyotr péter qais qasem qasim
    qassem quentin quincy quinton rached rachid radek radomir radoslav radoslaw radosław radovan radwan
    raed rafael rafal rafał raffaele rafic rafik rafiq raghav raghuram ragnar rahim rahman rahul raila
    rainer raj raja rajan rajeev rajendra rajesh rajiv rajkumar rajnath rakesh ralph raman ramazan
    ramesh rami ramin ramiro ramon ramush ramy ramzan ramzi ramón rand randall randolph randy ranil
    ranjan ranjit raoul raphael raphaël rashad rashed rasheed rashid rasim rasmus ratan ratko raul ravi
    ravindra ray rayan raymond raúl recai recep reggie reginald rehman reince reiner reinhard renato
    rene renzo rené reuben reuven rex rexhep reynaldo reza rhett rhys riad riaz ricardo riccardo richard
    richie rick rickey ricky riek rigoberto rinat rishi ritchie riyad rizal rizwan rob robbie robert
    roberto roch rod roddy roderick rodney rodolfo rodrigo rogelio roger rohan rohit roland rolando rolf
    roman romano romeo román ron ronald ronaldo ronan ronen ronnie roscoe rosen ross rowland roy royce
    ruben rubén rudi rudolf rudolph rudy rufus ruhollah rui rumen rupert rupiah rush ruslan russ russell
    rustam rustem ryan ryszard saad sabri sachin sadiq sadyr saeed saif sajid sajith salah saleem saleh
    sali salih salim salman salva salvador sameh sami samir sammy samuel samy sandeep sandor sandro
    sanford sani sanjay sanjeev sanjiv saparmurat satish satoshi satya saud saul sauli saulius saurabh
    sayed sayyed sayyid scot scott scottie seamus sean sebastian sebastien sebastián seif seiji
    selahattin selcuk selim selçuk semyon serdar seretse serge sergei sergey sergii sergio sergiy serhii
    serhiy serkan serzh seth seyed seymour shafiq shahbaz shahid shahram shai shaker shane shankar
    shaquille sharad sharif shaukat shaul shaun shavkat shawn shehbaz sheldon sherif sherman sherrod
    shigeru shimon shinichi shinji shinjiro shintaro shinzo shivraj shlomo shmuel shoaib shohei shoichi
    shukri shyam siamak siavash sibusiso sid siddaramaiah siddharth sidney siegfried sigmar sigurd siim
    silas silvio simon simón sinan sinisa sipho sirajuddin sitiveni slavko slawomir slobodan sohrab
    solomon somchai sooronbay soren sorin souleymane spencer spyros srettha srinivas stan stanislas
    stanislav stanislaw stanisław stanley stavros stefan stefano steffen steny stepan stephan stephane
    stephen sterling steve steven stewart stig stipe stojan stoyan stuart stéphane subramanian sudhir
    suhail suharto sukarno sukhbir suleiman suleyman sundar sunil suraj suren surendra suresh sushil
    susilo suvendu svein sven sviatoslav syed sylvain sylvester sándor sébastien søren süleyman taavi
    tabaré tad tadashi tadeusz taha taher tahir takahiro takashi takeshi talal taleb tamas tamer tamás
    taras tarek tareq tarik tariq taro tarun tatsuya tawfik tawfiq tayyip ted tedros tejashwi teodor
    terence terje terrance terrell terrence tesfaye tetsuya thabo thaddeus thaksin tharman thein theo
    theodor theodore thierry thom thomas thorbjørn thorsten thurgood théo théodore tiago tibor tigran
    tihomir tim timmy timo timothy timur tito titus tobias toby tod todd todor tom tomasz tomislav
    tommaso tommy tomás tomáš tony toomas torsten toru toshihiro toshimitsu toshio traian travis trent
    trevor trey tristan trond troy truman tsuyoshi tucker tunde tuomas turgut turki ty tyler tyrone
    tzachi uddhav udo ugur uhuru ulf ulrich ulrik ulysses umar umaru umberto umit urho uri urmas usain
    usama usman uwe uzi vaclav vadim vadym vahid vahit valdas valdis valentin valentyn valeri valerio
    valeriy valery vardan vartan varun vasil vasile vasilis vasily vassilis vasyl vaughan venancio
    venkaiah vern vernon viacheslav vicente victor vijay vikas vikram viktor ville vinay vince vincent
    vincenzo vinnie vinod viorel virat virgil vishal vishnu vitali vitalii vitaliy vitaly vito vittorio
    vivek vlad vladimir vladislav vladyslav vojislav vojtech volkan volker volodimir volodymyr voreqe
    vsevolod vyacheslav vytautas wade wael waleed walid wallace walt walter walther warren wasim wassim
    wayne wei wendell werner wes wesley wilbert wilbur wilfred wilhelm willard willem william willie
    willy wim winston winthrop wiranto wissam witold wladyslaw wojciech wole wolf wolfgang wolfram
    woodrow woody wopke wouter wyatt xanana xavi xavier yaakov yahaya yahia yahya yair yakubu yanis yann
    yannick yariv yaron yaroslav yasar yash yashwant yasin yasir yasser yassin yasuhiro yasuo yavuz yaw
    yaşar yegor yehoshua yehuda yevgeni yevgeniy yevgeny yevhen yiannis yigal yilmaz yisrael yitzchak
    yitzhak yoav yoel yogi yohannes yoichi yonatan yoram yosef yoshihide yoshihiko yoshimasa yoshinori
    yossi yosuke younes younis yousaf yousef yousif youssef yoweri yukio yunus yuri yurii yuriy yury
    yusuf yusuke yutaka yvan yves zabihullah zach zachariah zachary zack zafar zafer zaher zahid zaid
    zakaria zakhar zaki zalmay zane zayed zbigniew zdenek zdravko ze'ev zeev zeke zeki zeljko zell zia
    ziad ziaur ziya ziyad zlatko zoltan zoltán zoran zsolt zubair zulfikar zurab zvi zygmunt álvaro
    édouard émile éric étienne íñigo óscar ömer ümit łukasz željko
""".split()

FEMALE = """
    aafia aaliyah abbie abby abeer abena abigail abir ada adela adele aditi adriana adrienne afsaneh
    agata agatha agathe agnes agnieszka agnès ahlam aicha aida aija aikaterini aimee aimée aino aisha
    aishah aishatu aishwarya aissata aissatou akanksha akemi akie akiko akinyi akosua akua alana alanna
    alejandra aleksandra alena alessandra alessia alevtina alexa alexandra alia alice alicia alina aline
    aliona alisha alison aliya aliyah aliza allie allison allyson alma alona althea alyona alyson alyssa
    amaka amanda amandine amani amber ambika amelia amina aminah aminata amira amna amparo amrita amy
    amélie ana ana-maria anahita ananya anastasia anat anaïs anca andie andreea aneta angela angelica
    angelika angelina angelique angie anika anikó anita anja anjali anjana anjelica anju anke ann
    ann-marie anna annabel annabelle annalena annalise anne anne-laure anne-marie anne-sophie annegret
    anneli anneliese annemarie annette annick annie annika antje antoinette antonella antonia antonietta
    antonina anupama anuradha anushka anya aparna april arabella araceli arantxa arezoo ariana ariane
    arianna arlene arlette aruna arundhati aseel asha asli aslı asma asmaa astrid atefeh atifete atishi
    audra audrey aurore aurélie ava avital aviva avril aya ayako ayanna ayat ayelet ayesha aylin ayse
    aysegul aysel ayşe ayşegül azadeh azita aziza azza baiba baleka banu barb barbara basak basma batoul
    batya beata beate beatrice beatrix beatriz becky begoña belen belgin belinda bella belén benazir
    benedetta bernadette bernice bertha bess bessie beth bethany betsy bette bettina betty betul betül
    beulah beverley beverly beyonce beyoncé beáta bhavana bianca bidhya bidya biljana billie birgit
    birgitta birgitte blanca blandine blythe bobbie bogdana bojana bonnie bouthaina bozena brandi branka
    breanna brenda brenna breonna briana brianna bridget bridgette brigid brigitta brigitte brinda britt
    britta brittany bronwen bronwyn brooke bryony burcu bushra busisiwe buthaina bärbel béatrice
    bénédicte caitlin caitlyn callie camila camilla canan candace candelaria candice cara caren carine
    carla carlota carlotta carly carmela carmen carol carole carolee caroline carolyn carolyne carrie
    caryn cassandra cassie catalina cate caterina catherine cathie cathleen cathy catriona cecile
    cecilia cecilie cecily celeste celia celine chana chantal chantale charlene charlize charlotte
    charmaine chava chelsea cher cherie cheryl chiara chimamanda chioma chloe chloé christa christabel
    christel christelle christiane christina christine chrystia ciara cindy cinzia claire clara clare
    clarice clarissa claudette claudia claudine cleo cleopatra clotilde clémence clémentine colette
    colleen concetta conchita condoleezza connie constance consuelo cora coralie corazon cordelia
    coretta cori corinne cornelia courtney cressida cristina crystal cybill cyndi cynthia cécile céline
    dace dafna dagmar daina daisy dalal dalia dalit dalya dambisa dania daniela danielle danijela
    danièle danuta daphne daria dariga darlene darya davina dawn dayna deana deanna deanne deb debbie
    debby debora deborah debra deedee deepa deepika defne deirdre delcy delfina delia delilah della
    delores delphine demi denise derya desiree desislava despina devi devyani dewi diana diane dianne
    diezani dikla dilek dilma dimitra dina dinah dinara dionne divya djamila dolly dolores dominika
    donatella donna dora doreen doris dorota dorothea dorothy dorothée dorte dorthe dottie dragana
    dubravka dulce dunja eartha ebba ebony ebru ece eda edie edit edita edith edna edwige edwina eeva
    effie efrat efua eija eileen eilidh einat ekaterina ekaterini ekta elaheh elaine eleanor elena
    eleonora elif elin elina elinor elisa elisabeth elisabetta elisaveta elise elisenda elissa eliza
    elizabeth elizaveta elke ella ellen elli ellie elodie eloise elsa elsie elspeth elvira elyse
    elzbieta elżbieta eman emanuela emiko emilia emily emine emma emmanuelle enid erica ericka erika
    eriko erin erna ernestine esmeralda esperanza esra estefania estefanía estela estelle ester esther
    eszter ethel etsuko etta etti eudora eugenia eunice eva eva-maria evangeline evelyn evgenia evgeniya
    evika ewa fabiana fabienne fabiola fadela fadia fadime fadwa faezeh fahima fairouz faith faiza
    fannie fanny farah farhana fariba farida farideh farnaz farzana farzaneh fatema fatemah fatemeh
    fathima fatiha fatima fatimah fatma fatou fatoumata fawzia fay faye federica felicia felicity feride
    fernanda feyza fiame fiamma figen filiz filomena fiona fiorella flora florence florencia folake
    folasade forough fran frances francesca francia francine francisca francoise franziska françoise
    freda freya frida frieda friederike fumiko funda funmilayo fátima gabby gabriela gabriella gabrielle
    gaia gail galina galit galyna gamze gauri gayatri gaëlle geeta geetanjali geetha gemma gena
    genevieve geneviève georgeta georgette georgiana georgina geraldine gerda geri gerlinde gertie
    gertrude getrude geun-hye ghada ghazal ghazaleh gia giada gianna gila gilda gillian gina ginette
    ginger ginny giorgia giovanna gisela gisele giselle gita gitta gitte giulia giuliana giuseppina
    gladys glenda glenys gloria glynis golda goldie golnar golriz golshifteh gonca gordana grace
    graciela grazia graziella grazyna grażyna greta gretchen grete grethe griselda gro gudrun gulay
    gulnara gulsen gunilla gwen gwendoline gwendolyn gwyneth géraldine gülay gülsen gülten habiba hacer
    hadas hadeel hadiza hafsa hagit haideh hajar hala haley halima halimah halina halla hallie halyna
    hana handan hande haneen hannah hanne hannelore harriet harriett harsimrat haruko hasina hatice
    hattie haya hayley hazel heather heba hedda hedva hedwig hedy hege heide heidemarie heidi heike
    helen helena helene helga heli helle hema hend henrietta henriette hermione hiba hilda hildegard
    hillary hina hiroko hisako holly homa homeira hope hortensia houda hristina huda huguette hulya huma
    humaira héloïse hélène hülya ibtisam ida idit ieva ifeoma ijeoma ilaria ildikó ileana ilene iliana
    ilse ilze imelda imogen inas inbal inbar indira indrani ines inese inessa inez ing-wen inga ingeborg
    inger ingrid ingrida ingvild inna intisar inés inês ioana iona irene irina irini iris irit irma
    irmgard iryna irène isabel isabela isabella isabelle isadora isha isobel israa iulia iva ivana
    ivanka ivanna iveta ivona ivy iwona jaana jacinda jacklyn jaclyn jacqueline jacquelyn jacqui jada
    jade jadranka jadwiga jale jameela jamila jana jane janelle janet janette janice janie janina janine
    jarmila jasmina jasmine jasna jaya jayalalithaa jayanthi jayne jeane jeanette jeanie jeanine jeanne
    jeannette jeannie jehan jelena jemima jen jenifer jenna jennie jennifer jenny jeri jessica jhumpa
    jihan jill jillian jimena jitka jo joanie joan joann joanna joanne jocelyn jodi jodie joelle johanna
    joice jolanta jolene joni josefa josefina josephine josette josie joumana jovana jovanka joweria joy
    joyce juanita judi judit judith judy julia juliana julianna julianne julie julienne juliet julieta june
    juliette jumana junko justine justyna jutta jytte jóhanna kaitlin kaitlyn kaja kalpana kamala kamila
    kangana kanimozhi kaori kara kareena karen karima karin karina karine karishma karla karnit karolina
    karoline kartini karyn katalin katarina katarzyna kate katelyn katerina kateryna kateřina katharine
    katherina katherine kathie kathleen kathrin kathryn kathryne kathy katia katie katja katri katrin
    katrina katrine katrín katy katya kavita kay kayla kayleigh kazuko keely keiko keisha kellie
    kellyanne kemi kendra kenza keon-hee keri kerri kersti kerstin ketanji khadeeja khadija khadijah
    khadijeh khaleda khalida khatuna khawla khouloud kiera kimberlee kimberley kimberly kinga kira
    kirsten kirsti kirstie kirstin kirstjen kirsty kitty klara klaudia klavdia klára kolinda komal
    konstantina krista kristalina kristen kristi kristie kristiina kristin kristina kristine kristy
    krisztina krystal krystyna ksenia kseniya kumiko kyla kylie kyoko kyra kyrsten kyung-wha lael
    laetitia laila laima lakeisha laleh lalita lamia lamya lana lara larisa larissa larysa lata latasha
    latifa latifah latisha latonya latoya laura laure laurel lauren laurene laurie lavinia layla leah
    leana leann leanne leela leena leila lejla lena lene leni lenka lenora leona leonie leonor lesia
    lesley lesya leticia letitia letizia leyla liat libby liddy lidia lidija lidiya lieselotte liina
    liisa lilian liliana liliane liliya lillian lillie lily limor lina linda lindiwe linette linn lisa
    lisbeth lise lisette liudmila liudmyla livnat liz liza lizzie ljiljana ljubica lois lola lora
    loredana lorelei lorella lorena loretta lori lorna lorraine lotta lottie lou-ann loubna louisa
    louise loujain lourdes lubna lubov lucia luciana lucie lucille lucinda lucretia lucrezia lucy lucía
    ludivine ludmila luisa lujain lulwa lupe lupita luz luísa lydia lynda lyndsay lyndsey lynette lynne
    lyubov lyudmila lyudmyla léa maarit maayan mabel macarena maddalena maddie madelaine madeleine
    madelyn madge madhavi madhuri madison madonna mae maeve mafalda magda magdalena magdaléna maggie
    maha mahnaz mahsa mahua maia maie maija mairead mairi maisie maite maja majida majlinda makeda malak
    malala malgorzata malia malin malka malu mamata mamie mamphela manal mandisa mandy maneka manisha
    manon manuela mara marci marcia marcie marcy mareike maren margaret margareta margarete margaretha
    margarethe margarida margarita margaryta marge margery margit margo margot margrethe marguerite mari
    maria mariam mariama mariana mariann marianna marianne maribel maricela marie marie-christine
    marie-claire marie-france marie-josée marie-laure marie-louise marie-pierre marieke mariel mariela
    mariella marielle mariem marietta mariia marija marika mariko marilyn marilynne marina marine
    mariola marisa marisela marisol marissa marit maritza mariya marja marja-liisa marjane marjorie
    markéta marla marlene marlène marsha marta marte martha martina martine marwa mary mary-ann mary-lou
    maryam maryann maryanne marybeth maryellen maryem maryna marzena marzieh maría marília masako
    masoumeh massoumeh mathilde matilda mattie maud maude maura maureen mavis maxine maya mayawati maysa
    maysoon mayumi mazie małgorzata mbali meaghan meena meenakshi meera meg megan megawati megha meghan
    meglena megumi megyn mehbooba mehrangiz mehriban mei meirav melania melanie melba melika melike
    melina melinda melissa meltem meral merav mercedes meredith merete merja merve meryem meryl mette
    meytal mia micaela michaela michaëlle micheline michelle michiko michèle mieke mieko mihaela mikie
    mila milada milagros mildred milena milica milka millicent millie milly mimi mimoza mina mindy
    minerva minnie mira miranda mireille mirela mirella mireya miri miriam mirjam mirjana mirta mitsuko
    mitzi miyuki moira mojgan mollie molly mona monica monika monique montse morag mouna mualla muna
    muriel mylène myra myriam myrlie myrna myrtle mária márta mélanie mónica naama nabila nadezhda nadia
    nadiia nadine nadira nadiya nadja nadya nadège nafisa nahid naila naima najat najla najlaa najwa
    naledi nalini namrata nan nanaia nancy nandini nandipha nanette naoko naomi narges nargess nashwa
    nasreen nasrin natacha natalia natalie nataliia natalija nataliya natalya natasa natasha nataša
    nathalie natsuko nawal nazan nazanin nazia nazli nechama necla neda neelam neelie neena neera neeta
    negar neha nele nell nellie nermin neslihan nesrin nesrine nettie neve nevena nevin ngozi niamh
    nichole nicole nicoletta nicolette nidia nikki nikole nikolina nilgun niloofar niloufar nilufer
    nilüfer nimet nina nirmala nirupama nisha nisreen nita njeri njideka nkechi nkosazana noa nobuko
    noelle noemi noemí noga noha nokuthula nomvula nomzamo nona noor noora nooshin nora norah noreen
    noriko norma nouf noura nourah noémie nuha nura nuray nuria nurit nurten nurul nydia nélida núria
    oana obiageli oby odette odile ofelia ofra oksana oleksandra olena olesya olga olha olivera olivia
    olta oluremi omarosa oona ophelia oprah orit orla orna ornella osnat outi oxana ozlem padmini
    paetongtarn paige paivi palesa paloma pam pamela paola parisa parvaneh parveen parvin pascale
    patricia patrizia patsy patti pattie patty paula paulette paulina pauline payal pearl pegah peggy
    pelageya pelin penelope penina penny pernilla pernille perrine pervin petra petronella petula
    philippa phillipa phoebe phoolan phumzile phylicia phyllis pia pilar pinar pippa pnina polina polly
    pooja poonam poornima portia pramila pratibha preeti preity priscilla priti priya priyanka puan
    päivi pınar queenie rabab rabia rachael rachel rachelle rachida radha radhia radhika radka radmila
    raffaella raghad raghda ragnhild rahma raisa raissa rajeshwari raluca ramona randa rani rania ranya
    raquel rasha rashida rashmi rawan razan razia reba rebeca rebecca rebekah reem reema regina regine
    reiko rekha remedios rena renae renata renate renee renu renuka renée reshma retno rhea rhiannon
    rhoda rhona rhonda rigoberta rihanna riikka riina riitta rima rimma rina rita ritu rivka riya
    roberta robyn rochelle rocio rocío rodica rohini roisin roksanda rola romy ronit ronna rosa rosalba
    rosalie rosalind rosalinda rosalyn rosalynn rosalía rosamund rosana rosangela rosanna rosanne
    rosaria rosaura rose roseanne roselyne rosemarie rosemary rosetta rosie rosita rositsa roslyn rosmah
    rossella roula rowena roxana roxanna roxanne roya roza ruby ruchi ruken rula rupa ruqayya ruslana
    ruta ruth ruthie ruxandra ryoko rūta sabiha sabine sabrina sachiko sadhvi sadia sadie safaa safia
    sahar sahle-work sahra saina sakina sakshi sallie sally salma salome salwa samah samaneh samantha
    samia samiha samira samiya sanae sandhya sandi sandra sandrine sangeeta sania sanja sanna saoirse
    sapna sara sarah sarojini saskia satoko satu saundra savita sawsan sayaka sayuri scarlett segolene
    seija seiko selena selin selina sema semra sepideh serap serena serpil setsuko sevgi sevil sevim
    shabana shabnam shadia shagufta shahira shahla shahnaz shahrzad shaima shaimaa shakira shalanda
    shana shania shanice shaniqua sharmila sharon sharron shauna shawna shazia sheena sheetal shehla
    sheila shelby shelley shelly shereen sheri sherine sherri sherry sheryl shikha shikma shilpa shira
    shirin shirley shizuka shobha shohreh shona shonda shoshana shreya shruti shukria shula shulamit
    shweta sian sibel sibeth sibyl sienna sigal signe sigourney sigrid siham silja silke silvana silvia
    simin simona simonetta sinead sinéad siobhan siobhán sirikit sirimavo sirindhorn siti siv siân
    slavica smadar smita smriti sneha snezana snežana sofie sofija sofiya sofya sofía soha soheila
    solange soledad solveig solène somaya somayeh sonali sondra songul songül sonia sonja sonya sophia
    sophie sophy souad soumaya stacey staci stefania stefanie stella stephania stephanie stormy
    stéphanie suad sudha sue suella suha suhair sujata sumaya sumiko sumitra suna sunanda sunita supriya
    susan susana susann susanna susannah susanne sushma susi susie suzan suzanna suzanne suzette suzi
    suzy svenja svetlana sviatlana svitlana swara swati sybil sylvia sylwia szilvia ségolène sílvia
    sümeyye tabitha tahani tahereh taina takako tali talia tallulah tamar tamara tamayo tameka tamika
    tamila tammy tamsin tania tanisha tanja tansu tanya tara taraji tarana taraneh tarja taslima tasneem
    tatiana tatjana tatsiana tatyana tawakkol telma teodora teresa teresita tereza teri terri tess tessa
    tetiana tetyana teuta thais thandeka thandi thandie thandiwe thea thekla thelma thembi theodora
    theresa therese thokozile thuli thuraya thérèse tia tiana tiffany tiina tijana tilda tina tinatin
    tiziana tomasa tomoko toni tonya toshiko tova tove toyin tracee tracey traci tracie tricia trine
    trish trisha trudie trudy tsvetana tuba tugba tulay tulsi turkan tuula twyla tyra tytti tzipi
    tzipora türkan uliana ulla ulrike ulyana uma una urmila ursel ursula urszula usha ute vaira valarie
    valbona valentina valeria valerie valeriya valorie valérie vandana vanessa varvara vasiliki
    vasundhara veena vendula vera verena veronica veronika veronique verónica vesna vibeke vicki vickie
    vicky victoria vidya viera vigdis vigdís vijaya viktoria viktoriia viktorija viktoriya vilija viola
    violet violeta viorica virginia virginie vittoria viveca viviana viviane vivien vivienne višnja
    vjosa volha vuyiswa véronique věra wafaa wahiba wanda wangari wanjiru wencke wendy whitney whoopi
    widad wilhelmina willa wilma winifred winnie winona wislawa ximena xiomara xochitl yadira yael yaffa
    yalda yamini yana yasemin yasmeen yasmin yasmina yasmine yayoi yaël yekaterina yelena yelizaveta
    yemisi yenny yesenia yevgenia yevgeniya yewande yifat yingluck yo-jong yoani yoko yolanda yoshiko
    yousra yukari yuki yukiko yuko yulia yuliia yuliya yumi yumiko yuriko yusra yvette yvonne zadie
    zahra zainab zainabu zakia zana zanele zarifa zarina zartaj zaynab zdena zdravka zehava zehra zeina
    zeinab zelda zeliha zeljka zendaya zeynep zhanna zinaida zindzi zoe zofia zohra zohreh zoi zoleka
    zorana zorica zorka zoya zoé zoë zsuzsa zsuzsanna zulaikha zulema zuzana zuzanna zübeyde züleyha
    élisabeth élise élodie évelyne özlem şule željka
""".split()

# Given to men and women alike: they tell nothing.
EITHER = """
    abiola adama adi alex alexis amal amanpreet amrit andrea angel ariel arya ashley aubrey avery ayo
    baljit blair blake bola bukola cameron camille carey casey cassidy chandra chris claude dale daljit
    dana dani daniele darcy dayo delaney deniz devyn dima dominique drew dwi eden eike elia elisha
    emerson emery evren farai farhat finley firdaus firdous francis gabriele gal georgie germaine
    guadalupe gurpreet hadar hanan hanna harpreet hayden helge hidayet hikaru hilary ife ikram ilham
    ilhan iman indra inge ismat izumi jackie jacky jaime jamie jan janis jasbir jaspreet jaswinder jean
    jesse jessie ji-won jody jordan jules jyoti kagiso kaoru kari kazumi kehinde kei kelley kelly
    kendall kerry kim kiran kirti kris kudzai kulwinder lakshmi laurence laverne laxmi lebohang lee
    leigh leslie lindsay lindsey lior loren lungile lynn mackenzie makoto mandeep manpreet marian marion
    marlo masih masumi maxie mel merle michele mika morgan mpho nagisa nana nao naseem nasim navdeep
    navjot navneet nicky nicola nihad nihal niki nikita nino nitzan nour nur nusrat ola olayinka ozgur
    padma paramjit parminder pat patrice peyton pushpa quinn rajaa rana reese remi riley robin roni rory rosario
    rotem rowan rupinder ryo rémi sacha sam samar sandy santosh sasha saša shachar shadi shamim shams
    shannon shashi shea simone simran skylar skyler slava sonam stacy stav stevie suman sumeet taiwo tal
    tatenda tatum taylor tebogo temi temitope tendai tenzin terry tope tracy tri tshegofatso tshering
    uche umut val vanja vanya vivian wahyu wan yarden yemi yuksel yuval yüksel zhenya özgür
""".split()
