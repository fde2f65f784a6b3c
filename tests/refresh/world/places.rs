//! Pay and prices of places, and exposure to language models, of the small world.

use super::{AREAS, EXPOSURE, PARITIES, WAGE_LEVELS, World};

impl World {
    pub(super) fn add_places(&mut self) {
        self.texts.insert(
            AREAS,
            "\"Area\",\"AreaName\",\"StateAb\",\"State\",\"CountyTownName\"\n\
             \"100001\",\"Northwest Alabama nonmetropolitan area\",\"AL\",\"Alabama\",\"Cullman County\"\n\
             \"14460\",\"Boston-Cambridge-Newton, MA-NH\",\"MA\",\"Massachusetts\",\"Boston city\"\n\
             \"14460\",\"Boston-Cambridge-Newton, MA-NH\",\"NH\",\"New Hampshire\",\"Dover city\"\n\
             \"30500\",\"Lexington Park, MD\",\"MD\",\"Maryland\",\"St. Mary's County\"\n\
             \"32420\",\"Mayag\u{81}uez, PR\",\"PR\",\"Puerto Rico\",\"Hormigueros Municipio\"\n"
                .to_owned(),
        );
        self.texts.insert(
            WAGE_LEVELS,
            "area,area_name,state,soc,l1,l2,l3_mean,l4,unit,areas_with_same_values,sharing\n\
             14460,\"Boston-Cambridge-Newton, MA-NH\",MA,13-1021,30,35,40.5,45,hour,1,unique\n\
             14460,\"Boston-Cambridge-Newton, MA-NH\",MA,13-1022,30,35,40.5,45,hour,1,unique\n\
             14460,\"Boston-Cambridge-Newton, MA-NH\",MA,15-1252,0.0,0.0,0.0,0.0,hour,1,unique\n\
             14460,\"Boston-Cambridge-Newton, MA-NH\",MA,29-1141,40,45,51.25,60,hour,1,unique\n\
             30500,\"Lexington Park, MD\",MD,29-1141,80000,90000,100000,110000,year,1,unique\n\
             32420,\"Mayag\u{81}uez, PR\",PR,29-1141,10,12,15,18,hour,7,shared_one_state\n"
                .to_owned(),
        );
        self.texts.insert(
            "rpp/states.csv",
            "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023\n \
             \"00000\",\"United States\", ,SARPP,5,\"...\",\"RPPs: All items \",\"Index\",100.000,100.000\n \
             \"01000\",\"Alabama\",5,SARPP,5,\"...\",\"RPPs: All items \",\"Index\",90.100,89.970\n \
             \"01000\",\"Alabama\",5,SARPP,6,\"...\",\"RPPs: Goods \",\"Index\",95.000,96.000\n\
             \"Note: See the included footnote file.\"\n"
                .to_owned(),
        );
        self.texts.insert(
            PARITIES,
            "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023\n \
             \"00000\",\"United States\", ,MARPP,3,\"...\",\"RPPs: All items \",\"Index\",100.000,100.000\n \
             \"00999\",\"United States (Nonmetropolitan Portion)\", ,MARPP,3,\"...\",\"RPPs: All items \",\"Index\",88,88.22\n \
             \"14460\",\"Boston-Cambridge-Newton, MA-NH (Metropolitan Statistical Area)\",1,MARPP,3,\"...\",\"RPPs: All items \",\"Index\",110.5,110.81\n \
             \"14460\",\"Boston-Cambridge-Newton, MA-NH (Metropolitan Statistical Area)\",1,MARPP,5,\"...\",\"RPPs: Services: Housing \",\"Index\",150,155.5\n \
             \"15680\",\"California-Lexington Park, MD (Metropolitan Statistical Area) *\",2,MARPP,3,\"...\",\"RPPs: All items \",\"Index\",100.1,100.25\n \
             \"38220\",\"Pine Bluff, AR (Metropolitan Statistical Area)\",5,MARPP,3,\"...\",\"RPPs: All items \",\"Index\",80,80.33\n\
             \"Note: See the included footnote file.\"\n"
                .to_owned(),
        );
        self.texts.insert(
            "rpp/minimum.csv",
            "state,table_A_2026_07,table_B_2026_07,table_C_2026_01_to_09,all_agree,note\n\
             AL,7.25,7.25,7.25,True,\n\
             DC,17.95,18.4,17.95,False,B dated 2026-07-01\n"
                .to_owned(),
        );
        self.texts.insert(
            EXPOSURE,
            "O*NET-SOC Code,Title,dv_rating_beta,human_rating_beta\n\
             13-1021.00,Farm Buyers,0.9,0.25\n\
             13-1022.00,Retail Buyers,0.9,0.3333333333333333\n\
             29-1141.00,Registered Nurses,0.9,0.38095238095238093\n"
                .to_owned(),
        );
        self.texts.insert(
            "ai/applicability.csv",
            "SOC Code,title,ai_applicability_score\n\
             13-1020,Buyers,0.20686721238563643\n\
             29-1141,Registered Nurses,0.0029317534993333486\n"
                .to_owned(),
        );
    }
}
