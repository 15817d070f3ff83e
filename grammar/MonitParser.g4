// The shape of a control file: statements, clauses, rules and actions. It knows no word but those that begin or divide a clause; what the
// words between them mean is looked up in the catalog. Words come from a hand-written lexer, because where one ends depends on what stands
// before it; noise words, commas and comments never reach this grammar.
parser grammar MonitParser;

tokens {
    SET, CHECK, KIND, NAME, IF, THEN, ELSE, START, STOP, RESTART, ALERT, NOALERT, EVERY, NOT_EVERY, REPEAT, MODE, ONREBOOT, IGNORE, GROUP,
    DEPENDS, WORD, STRING, COMMAND, LIST, FIELD, NUMBER, PERCENT, COMPARATOR, OPEN, CLOSE, INCLUDE, NOISE, COMMENT, UNCLOSED
}

statement
    : SET anything* EOF         # settingStatement
    | CHECK term* clause* EOF   # checkStatement
    | anything+ EOF             # strayStatement
    ;

clause
    : IF condition=terms (THEN action)? (ELSE recovery)?   # ruleClause
    | verb=(START | STOP | RESTART) terms                   # commandClause
    | verb=(ALERT | NOALERT) terms                          # alertClause
    | verb=(EVERY | NOT_EVERY) terms                        # everyClause
    | MODE terms                                            # modeClause
    | ONREBOOT START? terms                                 # onrebootClause
    | IGNORE terms                                          # ignoreClause
    | GROUP terms                                           # groupClause
    | DEPENDS terms                                         # dependsClause
    | word=(THEN | ELSE) terms                              # lostClause
    ;

recovery
    : IF condition=terms (THEN action)?
    | action
    ;

action
    : verb=(START | STOP | RESTART | ALERT | IGNORE) terms
    | terms
    ;

terms
    : (term | REPEAT EVERY?)*
    ;

term
    : KIND | NAME | WORD | STRING | COMMAND | LIST | FIELD | NUMBER | PERCENT | COMPARATOR | OPEN | CLOSE | UNCLOSED
    ;

anything
    : term | IF | THEN | ELSE | START | STOP | RESTART | ALERT | NOALERT | EVERY | NOT_EVERY | REPEAT | MODE | ONREBOOT | IGNORE | GROUP | DEPENDS
    ;
