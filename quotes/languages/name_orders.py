"""Whose names have the family first, or no family at all: what can't be written as "Family, Given"."""

# ISO 3166-1 alpha-2: where names are printed in either order, or hold no name of a family.
OTHER_ORDERS = frozenset("CN TW HK MO KR KP VN KH LA MM SG MY ID JP HU MN ET ER IS AF BT TL".split())

# Romanised names of families that stand first more often than last.
FIRST_FAMILIES = frozenset(
    """
    ahn an ban bang bao cai cao chan chang chao chen cheng cheung chew chi chiang chin cho choe choi chong chou
    chow chu chua chun chung dai dang deng ding do dong du duan duong fan fang feng fong fu gao ge goh gong gu
    guan guo ha han hao he heng ho hoang hong hou hsiao hsieh hsu hu hua huang hun huynh hwang hyun im jang jeon
    jeong ji jia jiang jin jo joo jung kan kang kao ke khieu kim ko koh kong koo ku kuo kwak kwon lai lam lan
    lau law le lee lei leung li lian liang liao lim lin ling liu lo loh long lu luo luong ly ma mai man mao meng
    min mo moon na nam ng ngo nguyen ni noh oh ong ouyang pak pan pang park peng pham phan phung pol qian qiao qin
    qiu qu quan rao ren rhee roh ryu seo shao she shen shi shih shin sin so sok sokha son song su suh sun sung
    tan tang tao teo teoh tep thach tian tien tong tran trinh truong tsai tsang tseng tung vo vu wan wang wei wen
    wong woo wu xi xia xiang xiao xie xing xiong xu xue yan yang yao ye yeo yeoh yi yim yin yoo yoon you yu yuan
    yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou
    """.split()
)

# Small words that a name of a family begins with; of others people disagree where the family begins.
PARTICLES = frozenset("von van der den de del della da di du dos das la le ter ten zu zur af av".split())
UNSETTLED_PARTICLES = frozenset("bin ibn bint binti ben abu abd abdul".split())
SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
